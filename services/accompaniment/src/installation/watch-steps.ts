import type { DailyWork } from '@ancrage/post/daily';
import { addWorkingDays } from '@ancrage/working-days';
import type { HouseholdLinks } from '../household/household-links.js';
import { writeProjectLetter } from '../project/project-letter.js';
import { type SponsoredStep, writeSponsorshipLetters } from '../sponsorship/sponsorship-letter.js';
import { coverAbsences } from './cover-absences.js';

/** Working days before its day on which a household or a sponsor is reminded of a step of theirs. */
const DAYS_BEFORE = 2;

/** Gives steps to who stands in, and back. */
export const followAbsences: DailyWork = async (connection, scope, _card, day) => {
  await coverAbsences(connection, scope, day);
};

/**
 * Reminds households and active sponsors of their own steps that are due within two working days or overdue, once for each
 * day that is set; asks those that moved in how they are, once for each question. Nobody is written to on a Saturday, a
 * Sunday or a public holiday: what falls then waits for the next working day. Who wants no reminders of their sponsorships
 * gets none. Members see theirs in the workspace: their addresses are not known here.
 */
export const remindOfSteps =
  (links: HouseholdLinks): DailyWork =>
  async (connection, scope, card, day) => {
    if (addWorkingDays(day, 0) !== day) return;
    const post = { card, links };
    const due = [scope.territoryId, addWorkingDays(day, DAYS_BEFORE)];
    const steps = await connection.query<{ id: string; prospectId: string; dueOn: string }>(
      `update installation_step s set reminded_at = now() from installation i
        where ${DUE} and s.owner = 'HOUSEHOLD'
        returning s.id, s.prospect_id as "prospectId", s.due_on::text as "dueOn"`,
      due,
    );
    for (const { id, prospectId, dueOn } of steps.rows)
      await writeProjectLetter(connection, scope, post, prospectId, { kind: 'STEP', key: `${id}:${dueOn}` });
    const sponsored = await connection.query<SponsoredStep & { sponsorshipId: string }>(
      `update installation_step s set reminded_at = now() from installation i, sponsorship n, sponsor o
        where ${DUE} and s.owner = 'SPONSOR' and n.prospect_id = s.prospect_id and n.status = 'ACTIVE'
          and o.id = n.sponsor_id and o.left_at is null and o.quiet_since is null
        returning s.id, s.title, s.due_on::text as "dueOn", n.id as "sponsorshipId"`,
      due,
    );
    for (const { sponsorshipId, ...step } of sponsored.rows)
      await writeSponsorshipLetters(connection, scope, post, sponsorshipId, [
        { kind: 'STEP', to: 'SPONSOR', step },
      ]);
    const questions = await connection.query<{ id: string; prospectId: string }>(
      `update follow_up set reminded_at = now()
        where territory_id = $1 and answered_at is null and reminded_at is null and due_on <= $2::date
          and not demonstration
        returning id, prospect_id as "prospectId"`,
      [scope.territoryId, day],
    );
    for (const { id, prospectId } of questions.rows)
      await writeProjectLetter(connection, scope, post, prospectId, { kind: 'FOLLOW_UP', key: id });
  };

/** A step `s` of a case `i` to do, whose day is near or past and of which nobody was reminded. */
const DUE = `s.territory_id = $1 and i.id = s.installation_id and i.status <> 'ABANDONED' and not i.demonstration
  and s.status = 'TODO' and s.reminded_at is null and s.due_on <= $2::date`;
