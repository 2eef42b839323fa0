import { redactLists } from '@ancrage/sheets/redact';
import type { Scope, SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { PersonalDataAnswer, PersonalDataAsk, PersonSought } from '@ancrage/subgraph/personal-data';
import { countMentions, redactMentions } from '@ancrage/subgraph/redact-mentions';
import { erasePerson } from './erase-person.js';
import { heldOf } from './personal-data.js';

/** Rows that know somebody by their address or number alone: visitors who wrote, people of the network. */
const OTHERS: [kind: string, table: string, where: string][] = [
  ['letters', 'letter', 'lower(recipient) = $2 or lower(reply_to) = $2'],
  ['messages', 'held_message', 'lower(sender_email) = $2'],
  ['links', 'entry_link', 'email_key = $2'],
  [
    'networkContacts',
    'network_contact',
    `lower(email) = $2 or regexp_replace(phone, '\\D', '', 'g') = any($3)`,
  ],
];

/** The consents of others are kept as they were given; the other tells that somebody is gone, without words. */
const APART = ['consent', 'solo_erasure'];
/** The territory's own name and address. */
const NO_MENTION = ['territory_card'];

/** All that the directory keeps of a person, or that it forgets them: solos, letters, messages, contacts of the network. */
export async function directoryPersonalData(
  context: SubgraphContext,
  { kind, person }: PersonalDataAsk,
): Promise<PersonalDataAnswer> {
  const { scope } = context;
  const ids = await context.write((connection) => solosOf(connection, scope, person));
  if (kind === 'EXPORT') {
    const solos = [];
    for (const id of ids) solos.push(await heldOf(context, id));
    const others = await context.write((connection) => rowsOfOthers(connection, scope, person));
    const counts = Object.fromEntries(Object.entries(others).map(([name, rows]) => [name, rows.length]));
    return { counts: { solos: solos.length, ...counts }, kept: {}, data: { solos, ...others } };
  }
  return context.write(async (connection) => {
    for (const soloId of ids) await erasePerson(connection, scope, { soloId, by: 'REQUEST', objects: true });
    const counts: Record<string, number> = { solos: ids.length };
    for (const [name, table, where] of OTHERS) {
      const { rowCount } = await connection.query(
        `delete from ${table} where territory_id = $1 and (${where})${unused(where)}`,
        values(scope, person),
      );
      counts[name] = rowCount ?? 0;
    }
    await redactLists(
      connection,
      scope,
      'solo_import',
      [person.emailKey, person.phoneKey].filter((one) => one !== null),
    );
    counts['mentions'] = await redactMentions(connection, scope.territoryId as string, person, APART);
    const histories = await countMentions(connection, scope.territoryId as string, person, NO_MENTION);
    const kept: Record<string, number> = {
      ...(ids.length > 0 && { countingRows: ids.length, objection: 1 }),
      ...(histories > 0 && { histories }),
    };
    return { counts, kept };
  });
}

async function solosOf(
  connection: Connection,
  { territoryId }: Scope,
  person: PersonSought,
): Promise<string[]> {
  const { rows } = await connection.query<{ id: string }>(
    `select c.solo_id as id from solo_contact c join solo s on s.id = c.solo_id and s.erased_at is null
      where c.territory_id = $1 and (c.email_key = $2 or c.phone_key = $3 or c.solo_id = $4) order by c.solo_id`,
    [territoryId, person.emailKey, person.phoneKey, person.soloId],
  );
  return rows.map(({ id }) => id);
}

async function rowsOfOthers(connection: Connection, scope: Scope, person: PersonSought) {
  const found: Record<string, unknown[]> = {};
  for (const [name, table, where] of OTHERS) {
    const { rows } = await connection.query<{ row: unknown }>(
      `select to_jsonb(t) as row from ${table} t where territory_id = $1 and (${where})${unused(where)}`,
      values(scope, person),
    );
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}

const values = ({ territoryId }: Scope, { emailKey, phoneKey }: PersonSought) => {
  const digits = phoneKey?.replace(/\D/g, '') ?? null;
  return [territoryId, emailKey, digits ? [digits, digits.replace(/^33/, '0')] : []];
};

/** Every statement takes the same values, and PostgreSQL wants each of them used. */
const unused = (where: string): string => (where.includes('$3') ? '' : ' and $3::text[] is not null');
