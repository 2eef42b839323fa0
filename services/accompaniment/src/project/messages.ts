import { cleanText } from '@ancrage/input/clean-text';
import type { Scope, TerritoryCard } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { writeLetter } from '../mail/write-letter.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import type { RegistrationPost } from '../registration/registration-post.js';
import type { OwnWork } from './change-own-project.js';
import { writeProjectLetter } from './project-letter.js';

const LONGEST = 4000;
const MOST_A_DAY = 20;

/** A message as it is kept, or what is wrong with it in `problems`. */
export function readBody(body: string, problems: Problems): string {
  return problems.text('body', cleanText(body), LONGEST);
}

/** Writes a message of the household; sent twice with one key it is one. */
export async function sayToTeam(
  { connection, scope, prospectId, problems }: OwnWork,
  card: TerritoryCard,
  body: string,
  key: string,
): Promise<void> {
  const text = readBody(body, problems);
  if (problems.list.length > 0) return;
  const { rows } = await connection.query<{ lately: number; name: string }>(
    `select (select count(*)::int from household_message where prospect_id = $1 and from_household
               and sent_at > now() - interval '1 day' and id <> $2) as lately,
            name from prospect_contact where prospect_id = $1`,
    [prospectId, key],
  );
  const { lately = 0, name = '' } = rows[0] ?? {};
  if (lately >= MOST_A_DAY) {
    problems.add(
      'body',
      'Vous nous avez beaucoup écrit aujourd’hui : appelez-nous, ou reprenez demain.',
      'You have written a lot today: call us, or go on tomorrow.',
    );
    return;
  }
  const { rowCount } = await connection.query(
    `insert into household_message (id, territory_id, prospect_id, from_household, author, body)
     values ($1, $2, $3, true, $4, $5) on conflict (id) do nothing`,
    [key, scope.territoryId, prospectId, name, text],
  );
  if (!rowCount) return;
  // Who answers has read.
  await readByHousehold(connection, prospectId);
  await recordProspectEvent(connection, scope, prospectId, 'MESSAGE_RECEIVED');
  await tellTeam(connection, scope, card, prospectId, name);
}

/** Tells the territory's own mailbox, once a day while nobody has read; without one, the workspace alone shows it. */
async function tellTeam(
  connection: Connection,
  scope: Scope,
  card: TerritoryCard,
  prospectId: string,
  name: string,
): Promise<void> {
  const to = card.sender?.replyTo;
  if (!to || !(await mayTell(connection, prospectId, 'household-wrote', true))) return;
  await writeLetter(connection, scope, {
    key: `household-wrote:${prospectId}:${new Date().toISOString()}`,
    from: card.name,
    to,
    locale: 'fr',
    subject: `${name} vous a écrit`,
    prospectId,
    parts: [
      { kind: 'text', text: 'Bonjour,' },
      { kind: 'text', text: `${name} vous a laissé un message sur sa page de projet.` },
      {
        kind: 'button',
        label: 'Lire et répondre',
        href: `${card.site}/espace/candidats/${prospectId}#messages`,
      },
      {
        kind: 'quiet',
        text: 'Un seul e-mail par jour tant que personne n’a lu : d’autres messages peuvent suivre.',
      },
    ],
  });
}

/** Writes a message of a member to a household, and sends the household its link when it was not told lately. */
export async function sayToHousehold(
  connection: Connection,
  scope: Scope,
  post: RegistrationPost,
  message: { id: string; prospectId: string; author: string; body: string },
): Promise<void> {
  const { id, prospectId, author, body } = message;
  const { rowCount } = await connection.query(
    `insert into household_message (id, territory_id, prospect_id, from_household, author, body)
     values ($1, $2, $3, false, $4, $5) on conflict (id) do nothing`,
    [id, scope.territoryId, prospectId, author, body],
  );
  if (!rowCount) return;
  await readByTeam(connection, prospectId);
  await recordProspectEvent(connection, scope, prospectId, 'MESSAGE_SENT');
  if (await mayTell(connection, prospectId, 'project-message', false))
    await writeProjectLetter(connection, scope, post, prospectId, { kind: 'MESSAGE', key: id });
}

/** At most one letter a day until somebody has read: what was written since waits where the letter leads. */
async function mayTell(
  connection: Connection,
  prospectId: string,
  kind: string,
  fromHousehold: boolean,
): Promise<boolean> {
  const { rowCount } = await connection.query(
    `select 1 from letter l where l.prospect_id = $1 and l.key like $2 || ':%'
       and l.created_at > now() - interval '1 day'
       and l.created_at > coalesce((select max(read_at) from household_message
         where prospect_id = $1 and from_household = $3), '-infinity') limit 1`,
    [prospectId, kind, fromHousehold],
  );
  return rowCount === 0;
}

/** What the household wrote was read. */
export async function readByTeam(connection: Connection, prospectId: string): Promise<void> {
  await connection.query(
    'update household_message set read_at = now() where prospect_id = $1 and from_household and read_at is null',
    [prospectId],
  );
}

/** What the team wrote was read. */
export async function readByHousehold(connection: Connection, prospectId: string): Promise<void> {
  await connection.query(
    'update household_message set read_at = now() where prospect_id = $1 and not from_household and read_at is null',
    [prospectId],
  );
}
