import { letterClocks } from '@ancrage/post/forget-letters';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { RetentionClock } from '@ancrage/subgraph/retention-rule';
import { PERSON_REQUEST_CLOCKS } from '../person-request/forget-person-requests.js';
import { LEFT_SPONSORS } from '../sponsorship/forget-left-sponsors.js';
import type {
  ForgottenHousehold,
  RetentionHousehold,
  RetentionNotice,
  RetentionOverview,
} from './retention.js';
import { RETENTION_YEARS } from './retention-clock.js';
import { ENDS_ON, isNear, RUNS_OUT } from './retention-conditions.js';

/** What this service keeps how long, as it is told. */
export const RETENTION_CLOCKS: readonly RetentionClock[] = [
  {
    what: 'households',
    period: `P${RETENTION_YEARS}Y`,
    rows: `prospect p where p.territory_id = $1 and ${RUNS_OUT}`,
    leavesOn: ENDS_ON,
  },
  LEFT_SPONSORS,
  ...letterClocks('prospect_id'),
  ...PERSON_REQUEST_CLOCKS,
];

const TODAY = `(now() at time zone 'Europe/Paris')::date`;
const NEAR = `prospect p left join prospect_contact c on c.prospect_id = p.id
  where p.territory_id = $1 and ${RUNS_OUT} and ${isNear(TODAY)}`;

/** Whose data end soon, and who was forgotten. */
export async function selectRetention(context: SubgraphContext): Promise<RetentionOverview> {
  const values = [context.requireTerritory()];
  const [near, forgotten, counted] = await Promise.all([
    context.read<RetentionHousehold & Record<string, unknown>>({
      name: 'households to forget',
      text: `select p.id, coalesce(c.name, '') as name, p.stage, p.last_contact_at as "lastContactAt",
          ${ENDS_ON}::text as "endsOn", greatest(${ENDS_ON} - ${TODAY}, 0) as "daysLeft", p.demonstration
        from ${NEAR} order by ${ENDS_ON}, p.id limit 200`,
      values,
    }),
    context.read<ForgottenHousehold & Record<string, unknown>>({
      name: 'households forgotten',
      text: `select id, at, coalesce(detail->>'because', 'RETENTION') as because from prospect_event
        where territory_id = $1 and kind = 'ANONYMISED' order by at desc, id limit 20`,
      values,
    }),
    context.read<{ count: number }>({
      name: 'households forgotten, counted',
      text: 'select count(*)::int as count from prospect where territory_id = $1 and anonymised_at is not null',
      values,
    }),
  ]);
  return { near, forgotten, forgottenCount: counted[0]?.count ?? 0 };
}

export async function selectRetentionNotice(context: SubgraphContext): Promise<RetentionNotice> {
  const [row] = await context.read<RetentionNotice & Record<string, unknown>>({
    name: 'households to forget, counted',
    text: `select count(*)::int as count, min(${ENDS_ON})::text as "firstEndsOn" from ${NEAR}`,
    values: [context.requireTerritory()],
  });
  return row ?? { count: 0, firstEndsOn: null };
}
