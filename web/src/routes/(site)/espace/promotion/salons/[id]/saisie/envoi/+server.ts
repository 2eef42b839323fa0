import { isHttpError } from '@sveltejs/kit';
import { CaptureProspectDocument } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { memberGateway } from '#lib/server/member.ts';
import { offlineRecords, recordOutcomes } from '#lib/server/offline.ts';
import { captured, captureInput } from '../capture.form.ts';
import type { RequestHandler } from './$types';

/** Takes the households that a phone noted at a fair, perhaps a day ago. Each is taken in once, however often it comes. */
export const POST: RequestHandler = async (event) => {
  const { ahead, records, unreadable } = await offlineRecords(event, captured);
  const gateway = await memberGateway(event);
  const outcomes = unreadable.map((key) => ({ key, refused: m.fairs_unreadable() as string | null }));
  for (const { key, at, body } of records) {
    const metAt = new Date(Math.max(0, Math.min(at - ahead, Date.now()))).toISOString();
    const input = captureInput(body, { captureKey: key, fairId: event.params.id, metAt });
    try {
      const { outcome } = await gateway.change(CaptureProspectDocument, { input });
      outcomes.push({
        key,
        refused:
          outcome.__typename === 'CaptureRefused'
            ? outcome.problems.map(({ message }) => message).join(' ')
            : null,
      });
    } catch (failure) {
      if (!isHttpError(failure, 404)) {
        throw failure;
      }
      outcomes.push({ key, refused: m.fairs_gone() });
    }
  }
  return recordOutcomes(outcomes);
};
