import { createHash } from 'node:crypto';
import { error, json, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { Outcomes } from '#lib/offline/offline-queue.svelte.ts';
import { whoIs } from './identity.ts';
import { memberOf } from './member.ts';
import { tenantIn } from './tenant.ts';

/** Says on a page for members whose it is; the service worker drops what it kept for anybody else. */
export const OWNER_HEADER = 'x-kept-for';

/** Who a page or a record is kept for: this member of this territory, told to nobody by it. */
export async function ownerOf(event: RequestEvent): Promise<string> {
  const { person } = await memberOf(event);
  const of = `${tenantIn(event.locals).id} ${person.id}`;
  return createHash('sha256').update(of).digest('base64url').slice(0, 22);
}

/**
 * What a phone sends after it was without a network (lib/offline/offline-queue): 50 records at most, each with its key.
 * Signed out: 401, and they wait. Noted by another member: 403, and they wait for that one.
 */
export async function offlineRecords<Body extends z.ZodType>(event: RequestEvent, body: Body) {
  if (!(await whoIs(event))) {
    return error(401, 'Signed out');
  }
  const shape = z.object({
    owner: z.string().max(50),
    sentAt: z.number().int(),
    records: z.array(z.object({ key: z.uuid(), at: z.number().int(), body: z.unknown() })).max(50),
  });
  const sent = shape.safeParse(await event.request.json().catch(() => null));
  if (!sent.success) {
    return error(400, 'Not a list of records');
  }
  const { owner, sentAt, records } = sent.data;
  if (owner !== (await ownerOf(event))) {
    return error(403, 'Noted by another member');
  }
  const read = records.map((record) => ({ ...record, body: body.safeParse(record.body) }));
  return {
    /** By how many milliseconds the phone's clock is ahead. */
    ahead: sentAt - Date.now(),
    records: read.flatMap(({ key, at, body: parsed }) =>
      parsed.success ? [{ key, at, body: parsed.data as z.infer<Body> }] : [],
    ),
    unreadable: read.flatMap(({ key, body: parsed }) => (parsed.success ? [] : [key])),
  };
}

/** The answer: what became of each. */
export const recordOutcomes = (outcomes: Outcomes['outcomes']): Response =>
  json({ outcomes } satisfies Outcomes, { headers: { 'cache-control': 'private, no-store' } });
