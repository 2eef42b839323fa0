import type { DailyWork } from '@ancrage/post/daily';
import type { HouseholdLinks } from '../household/household-links.js';
import { writeProjectLetter } from '../project/project-letter.js';
import { coverAbsences } from './cover-absences.js';

/** Days before its day on which a household is reminded of a step of its own. */
const DAYS_BEFORE = 3;

/** Gives steps to who stands in, and back. */
export const followAbsences: DailyWork = async (connection, scope, _card, day) => {
  await coverAbsences(connection, scope, day);
};

/**
 * Reminds households of their own steps that are due within three days or overdue, once for each day that is set; asks
 * those that moved in how they are, once for each question. Members see theirs in the workspace: their addresses are not
 * known here.
 */
export const remindHouseholds =
  (links: HouseholdLinks): DailyWork =>
  async (connection, scope, card, day) => {
    const steps = await connection.query<{ id: string; prospectId: string; dueOn: string }>(
      `update installation_step s set reminded_at = now() from installation i
        where s.territory_id = $1 and i.id = s.installation_id and i.status <> 'ABANDONED' and not i.demonstration
          and s.owner = 'HOUSEHOLD' and s.status = 'TODO' and s.reminded_at is null and s.due_on <= $2::date + $3::int
        returning s.id, s.prospect_id as "prospectId", s.due_on::text as "dueOn"`,
      [scope.territoryId, day, DAYS_BEFORE],
    );
    for (const { id, prospectId, dueOn } of steps.rows)
      await writeProjectLetter(connection, scope, { card, links }, prospectId, {
        kind: 'STEP',
        key: `${id}:${dueOn}`,
      });
    const questions = await connection.query<{ id: string; prospectId: string }>(
      `update follow_up set reminded_at = now()
        where territory_id = $1 and answered_at is null and reminded_at is null and due_on <= $2::date
          and not demonstration
        returning id, prospect_id as "prospectId"`,
      [scope.territoryId, day],
    );
    for (const { id, prospectId } of questions.rows)
      await writeProjectLetter(connection, scope, { card, links }, prospectId, {
        kind: 'FOLLOW_UP',
        key: id,
      });
  };
