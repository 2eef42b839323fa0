import { z } from 'zod';
import type { CaptureProspectInput } from '#lib/graphql/generated/graphql.ts';

export const horizons = ['SHORT_TERM', 'MEDIUM_TERM', 'LONG_TERM'] as const;

/** A household as the form holds it and the phone keeps it: as it was typed, so that it can be mended as it was typed. */
export const captured = z.object({
  name: z.string().max(500),
  email: z.string().max(500),
  phone: z.string().max(100),
  adults: z.string().max(10),
  children: z.string().max(200),
  project: z.string().max(5000),
  horizon: z.string().max(20),
  accepted: z.boolean(),
  news: z.boolean(),
  /** Of the sentence that the screen showed. */
  version: z.string().max(40),
});
export type Captured = z.infer<typeof captured>;

/** A form that nobody has begun; most come as two. */
export const blank = (version: string): Captured => ({
  ...{ name: '', email: '', phone: '', adults: '2', children: '', project: '', horizon: '' },
  ...{ accepted: false, news: false, version },
});

/** What was typed, field by field. */
export function typedHousehold(form: FormData): Captured {
  const text = (name: keyof Captured, most: number) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, most);
  return {
    name: text('name', 500),
    email: text('email', 500),
    phone: text('phone', 100),
    adults: text('adults', 10),
    children: text('children', 200),
    project: text('project', 5000),
    horizon: text('horizon', 20),
    accepted: form.get('accepted') === 'on',
    news: form.get('news') === 'on',
    version: text('version', 40),
  };
}

const count = (text: string) => (/^\d{1,3}$/.test(text) ? Number(text) : 0);

/** What the API takes; it says what is wrong with what cannot be read. */
export const captureInput = (
  typed: Captured,
  about: { captureKey: string; fairId: string; metAt: string },
): CaptureProspectInput => ({
  ...about,
  name: typed.name,
  email: typed.email || null,
  phone: typed.phone || null,
  adults: count(typed.adults),
  childrenBirthYears: (typed.children.match(/\d+/g) ?? [])
    .slice(0, 20)
    .map((year) => Number(year.slice(0, 4))),
  project: typed.project || null,
  horizon: horizons.find((horizon) => horizon === typed.horizon) ?? null,
  declaredChannel: null,
  consent: { version: typed.version, accepted: typed.accepted, news: typed.news },
});
