import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { takeIn } from '../prospect/take-in.js';
import type { CaptureProspectInput } from './capture.input.js';
import { newcomerOf } from './capture.problems.js';
import type { CaptureRefused, ProspectCaptured } from './capture.result.js';

const DAY = 86_400_000;

/** Takes in a household met at a fair; the same form sent again changes nothing. Agents only. */
export async function capture(
  context: SubgraphContext,
  input: CaptureProspectInput,
): Promise<ProspectCaptured | CaptureRefused> {
  context.requireRole(...WRITERS);
  const { locale } = context.origin;
  const problems = new Problems(locale);
  const newcomer = newcomerOf(input, problems, locale);
  if (problems.list.length > 0) return { __typename: 'CaptureRefused', problems: problems.list };
  return context.write(async (connection) => {
    const { rows } = await connection.query<{ name: string; startsAt: Date }>(
      'select name, starts_at as "startsAt" from fair where territory_id = $1 and id = $2',
      [context.requireTerritory(), input.fairId],
    );
    const fair = rows[0];
    if (!fair) throw new NotFoundError('Ce salon n’existe pas ou plus.');
    const at = boundedTo(input.metAt, fair.startsAt);
    const { prospectId, known, again } = await takeIn(connection, context.scope, { ...newcomer, at });
    if (!again) {
      await connection.query(
        'update prospect set horizon = coalesce(horizon, $3) where territory_id = $1 and id = $2',
        [context.requireTerritory(), prospectId, input.horizon ?? null],
      );
      await recordProspectEvent(connection, context.scope, prospectId, 'MET', {
        detail: { fairId: input.fairId, fair: fair.name },
        at,
      });
    }
    return { __typename: 'ProspectCaptured', prospectId, known: known && !again, again };
  });
}

/** A phone's clock may be wrong: nobody was met in the future, nor long before the fair. */
function boundedTo(metAt: Date, startsAt: Date): Date {
  const now = Date.now();
  const earliest = Math.min(new Date(startsAt).getTime() - DAY, now);
  return new Date(Math.min(Math.max(metAt.getTime(), earliest), now));
}
