import type { DailyWork } from '@ancrage/post/daily';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { addWorkingDays } from '@ancrage/working-days';
import type { ReachMembers } from '../neighbour/reach-members.js';
import { releaseFromLeavers } from './release-from-leavers.js';
import { type DigestStep, writeStepDigest } from './step-digest.js';

/** Steps of cases that go on. Generated ones are nobody's work. */
const GOING_ON = `s.territory_id = $1 and s.status = 'TODO' and i.id = s.installation_id and i.status <> 'ABANDONED'
  and not i.demonstration`;

/**
 * Writes to each member, on working mornings alone, what is theirs to do: steps that are due today or overdue, and those
 * that somebody's absence has just given them. A step of the team without an owner is for who leads its case. Nothing is
 * written where nothing waits, nor to who wants no such letters. Members are looked up at identity first: what belongs to
 * who has left is nobody's from then on. When identity does not answer all of it is done later, and by the key of the
 * letter nobody ever gets two for one day.
 */
export const remindMembers =
  (reach: ReachMembers): DailyWork =>
  async (connection, scope, card, day) => {
    if (addWorkingDays(day, 0) !== day) return;
    const accounts = await accountsOf(connection, scope);
    if (accounts.length === 0) return;
    const members = await reach(scope.territoryId as string, accounts);
    const left = accounts.filter((account) => !members.has(account));
    await releaseFromLeavers(connection, scope, left, members);
    const waiting = Map.groupBy(await stepsWaiting(connection, scope, day), ({ memberId }) => memberId);
    const wishes = await wishesOf(connection, scope);
    for (const [memberId, steps] of waiting) {
      const member = members.get(memberId);
      const { letters = true, locale = 'fr' } = wishes.get(memberId) ?? {};
      if (member && letters) await writeStepDigest(connection, scope, card, { member, locale, steps, day });
    }
    await connection.query(
      `update installation_step set reminded_at = now() where territory_id = $1 and id = any($2::uuid[])
         and stands_in_for is not null`,
      [scope.territoryId, [...waiting.values()].flat().map(({ id }) => id)],
    );
  };

/** Everybody who has to do with what goes on, or follows it. */
async function accountsOf(connection: Connection, { territoryId }: Scope): Promise<string[]> {
  const { rows } = await connection.query<{ account: string }>(
    `select distinct account from (
       select unnest(array[s.assignee_id, s.stands_in_for, i.lead_id]) as account
         from installation_step s join installation i on ${GOING_ON}
       union all
       select lead_id from installation where territory_id = $1 and status <> 'ABANDONED' and not demonstration
       union all
       select member_id from member_following where territory_id = $1
     ) known where account is not null order by account`,
    [territoryId],
  );
  return rows.map(({ account }) => account);
}

async function stepsWaiting(
  connection: Connection,
  { territoryId }: Scope,
  day: string,
): Promise<(DigestStep & { memberId: string })[]> {
  const { rows } = await connection.query<DigestStep & { memberId: string }>(
    `select s.id, s.title, s.due_on::text as "dueOn", s.installation_id as "installationId",
       coalesce(s.assignee_id, i.lead_id) as "memberId", s.assignee_id is null as unowned,
       s.stands_in_for is not null and s.reminded_at is null as handed
     from installation_step s join installation i on ${GOING_ON}
     where coalesce(s.assignee_id, i.lead_id) is not null
       and (s.assignee_id is not null or s.owner in ('AGENT', 'ADMINISTRATOR', 'CONTRIBUTOR'))
       and (s.due_on <= $2::date or (s.stands_in_for is not null and s.reminded_at is null))
     order by s.due_on nulls last, s.position, s.id`,
    [territoryId, day],
  );
  return rows;
}

async function wishesOf(
  connection: Connection,
  { territoryId }: Scope,
): Promise<Map<string, { letters: boolean; locale: string }>> {
  const { rows } = await connection.query<{ memberId: string; letters: boolean; locale: string }>(
    'select member_id as "memberId", letters, locale from member_following where territory_id = $1',
    [territoryId],
  );
  return new Map(rows.map(({ memberId, ...wishes }) => [memberId, wishes]));
}
