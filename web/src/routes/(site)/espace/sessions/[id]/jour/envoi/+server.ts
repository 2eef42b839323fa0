import { z } from 'zod';
import { MarkAttendanceDocument } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { memberGateway } from '#lib/server/member.ts';
import { offlineRecords, recordOutcomes } from '#lib/server/offline.ts';
import type { RequestHandler } from './$types';

const mark = z.object({
  registrationId: z.uuid(),
  person: z.number().int().min(0).max(19),
  attended: z.boolean(),
});

/** Takes marks that phones noted, perhaps without a network, perhaps hours ago, perhaps for the second time. */
export const POST: RequestHandler = async (event) => {
  const { ahead, records, unreadable } = await offlineRecords(event, mark);
  const gateway = await memberGateway(event);
  const marks = records.map(({ key, at, body }) => ({ key, ...body, markedAt: new Date(at).toISOString() }));
  const { markAttendance } = await gateway.change(MarkAttendanceDocument, {
    input: { marks, sentAt: new Date(Date.now() + ahead).toISOString() },
  });
  return recordOutcomes([
    ...markAttendance.map(({ key, state, message }) => ({
      key,
      refused: state === 'REFUSED' ? (message ?? m.day_code_not_ours()) : null,
    })),
    ...unreadable.map((key) => ({ key, refused: m.day_code_not_ours() })),
  ]);
};
