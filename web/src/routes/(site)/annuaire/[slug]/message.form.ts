import type { WriteToSoloInput } from '#lib/graphql/generated/graphql.ts';

/** The form as it was typed. */
export type MessageValues = { name: string; email: string; message: string };

const text = (form: FormData, name: string, longest: number) =>
  String(form.get(name) ?? '')
    .replaceAll('\r\n', '\n')
    .trim()
    .slice(0, longest);

/** Longer texts than a service takes are cut a little above its bound, for it to say so. */
export function readMessageForm(form: FormData): MessageValues {
  return {
    name: text(form, 'name', 200),
    email: text(form, 'email', 300),
    message: text(form, 'message', 6000),
  };
}

export const messageInput = (slug: string, values: MessageValues, form: FormData): WriteToSoloInput => ({
  slug,
  ...values,
  proof: text(form, 'proof', 60) || null,
  website: text(form, 'website', 200) || null,
});
