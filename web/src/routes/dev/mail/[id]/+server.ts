import { z } from 'zod';
import { env } from '#lib/server/env.ts';
import { notFound } from '#lib/server/failures.ts';
import type { RequestHandler } from './$types';

const message = z.object({ html: z.string().nullable() });
/** What a mail programme lets a message do: show itself, and be followed. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

/** The page of one message of a local run. In production there is none. */
export const GET: RequestHandler = async ({ params }) => {
  const { DEV_MAIL_URL: sink, LOCAL_RUN: local } = env();
  if (!sink || !local) {
    return notFound();
  }
  const answer = await fetch(`${sink}/messages/${encodeURIComponent(params.id)}`);
  const { html } = answer.ok ? message.parse(await answer.json()) : { html: null };
  if (html === null) {
    return notFound();
  }
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
    },
  });
};
