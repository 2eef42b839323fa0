import { z } from 'zod';
import { privatePage } from '#lib/server/cache.ts';
import { env } from '#lib/server/env.ts';
import { notFound } from '#lib/server/failures.ts';
import type { PageServerLoad } from './$types';

const summaries = z.array(
  z.object({
    id: z.string(),
    from: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    date: z.string(),
  }),
);
const body = z.object({ text: z.string().nullable(), html: z.string().nullable() });

/** The mail of a local run. In production there is no such page. */
export const load: PageServerLoad = async ({ setHeaders }) => {
  const { DEV_MAIL_URL: sink, LOCAL_RUN: local } = env();
  if (!sink || !local) {
    return notFound();
  }
  setHeaders(privatePage);
  const read = async (path: string): Promise<unknown> => (await fetch(sink + path)).json();
  const latest = summaries.parse(await read('/messages')).slice(0, 30);
  const messages = await Promise.all(
    latest.map(async (summary) => {
      const { text, html } = body.parse(await read(`/messages/${summary.id}`));
      return { ...summary, parts: linked(text ?? ''), hasPage: html !== null };
    }),
  );
  return { messages };
};

/** Cuts a text at its addresses, so that they can be followed. */
function linked(text: string): { text: string; address: boolean }[] {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => ({ text: part, address: index % 2 === 1 }));
}
