import type { SubgraphContext } from '@ancrage/subgraph';
import { decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import type {
  HouseholdLetter,
  HouseholdLetterConnection,
  HouseholdLettersArguments,
} from './household-letter.js';

/** Letters in one state, the latest first. */
export async function selectHouseholdLetters(
  context: SubgraphContext,
  { state, prospectId, first, after }: HouseholdLettersArguments,
): Promise<HouseholdLetterConnection> {
  const territoryId = context.requireTerritory();
  const [at, id] = after ? decodeCursor(after, 2) : [null, null];
  const [rows, [counts]] = await Promise.all([
    context.read<HouseholdLetter & { cursorAt: string }>({
      name: 'household letters',
      text: `select id, prospect_id as "prospectId", recipient, subject, news, created_at as "createdAt", due_at as "dueAt",
          sent_at as "sentAt", failed_at as "failedAt", problem, attempts, created_at::text as "cursorAt"
        from letter where territory_id = $1
          and case when sent_at is not null then 'SENT' when failed_at is not null then 'DEAD' else 'WAITING' end = $2
          and ($3::uuid is null or prospect_id = $3)
          and ($4::timestamptz is null or (created_at, id) < ($4::timestamptz, $5::uuid))
        order by created_at desc, id desc limit $6`,
      values: [territoryId, state, prospectId ?? null, at, id, first + 1],
    }),
    context.read<{ WAITING: number; DEAD: number; SENT: number }>({
      name: 'household letter counts',
      text: `select count(*) filter (where sent_at is not null)::int as "SENT",
          count(*) filter (where sent_at is null and failed_at is not null)::int as "DEAD",
          count(*) filter (where sent_at is null and failed_at is null)::int as "WAITING"
        from letter where territory_id = $1 and ($2::uuid is null or prospect_id = $2)`,
      values: [territoryId, prospectId ?? null],
    }),
  ]);
  return {
    totalCount: counts?.[state] ?? 0,
    waitingCount: counts?.WAITING ?? 0,
    deadCount: counts?.DEAD ?? 0,
    ...toPage(rows, first, (row) => encodeCursor([row.cursorAt, row.id])),
  };
}
