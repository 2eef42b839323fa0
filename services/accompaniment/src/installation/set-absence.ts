import { randomUUID } from 'node:crypto';
import { cleanLine } from '@ancrage/input/clean-text';
import type { Connection } from '@ancrage/subgraph/database';
import type { Problems } from '@ancrage/subgraph/field-problem';
import type { AbsenceInput } from './absence-record.js';
import { dayOf } from './installation-facts.js';

const LONGEST_DAYS = 366;
const DAY = 86_400_000;

/** Writes an absence down, or says why not; gives its id. */
export async function writeAbsence(
  connection: Connection,
  territoryId: string,
  input: AbsenceInput,
  problems: Problems,
): Promise<string> {
  const [firstDay, lastDay] = [dayOf(input.firstDay), dayOf(input.lastDay)];
  const memberName = problems.text('memberId', cleanLine(input.memberName), 120);
  const standInName = problems.text('standInId', cleanLine(input.standInName), 120);
  if (input.memberId && input.memberId === input.standInId)
    problems.add('standInId', 'Choisissez quelqu’un d’autre.', 'Choose somebody else.');
  judgeDays(input, problems);
  if (problems.list.length > 0) return '';
  await judgeOthers(connection, territoryId, input, problems);
  if (problems.list.length > 0) return '';
  const id = randomUUID();
  await connection.query(
    `insert into absence (id, territory_id, member_id, member_name, stand_in_id, stand_in_name, first_day, last_day)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, territoryId, input.memberId, memberName, input.standInId, standInName, firstDay, lastDay],
  );
  return id;
}

function judgeDays({ firstDay, lastDay }: AbsenceInput, problems: Problems): void {
  if (!firstDay) problems.add('firstDay', 'Choisissez un jour.', 'Choose a day.');
  if (!lastDay) problems.add('lastDay', 'Choisissez un jour.', 'Choose a day.');
  if (!firstDay || !lastDay) return;
  if (lastDay < firstDay)
    problems.add(
      'lastDay',
      'Le retour ne peut précéder le départ.',
      'The last day cannot be before the first.',
    );
  else if (lastDay.getTime() - firstDay.getTime() > LONGEST_DAYS * DAY)
    problems.add('lastDay', 'Une absence dure un an au plus.', 'An absence lasts a year at most.');
  else if (lastDay.getTime() < Date.now() - DAY)
    problems.add('lastDay', 'Cette absence est déjà finie.', 'This absence is over already.');
}

/** Nobody is away twice at a time, nor stands in while away. */
async function judgeOthers(
  connection: Connection,
  territoryId: string,
  { memberId, standInId, firstDay, lastDay }: AbsenceInput,
  problems: Problems,
): Promise<void> {
  const { rows } = await connection.query<{ memberId: string; standInId: string }>(
    `select member_id as "memberId", stand_in_id as "standInId" from absence
      where territory_id = $1 and first_day <= $3 and last_day >= $2 for update`,
    [territoryId, dayOf(firstDay), dayOf(lastDay)],
  );
  if (rows.some((other) => other.memberId === memberId))
    problems.add(
      'firstDay',
      'Une absence est déjà notée pour ces jours.',
      'An absence is noted for these days already.',
    );
  if (rows.some((other) => other.memberId === standInId))
    problems.add('standInId', 'Cette personne est absente aussi.', 'This person is away as well.');
  if (rows.some((other) => other.standInId === memberId))
    problems.add(
      'memberId',
      'Cette personne remplace quelqu’un ces jours-là.',
      'This person stands in for somebody on these days.',
    );
}
