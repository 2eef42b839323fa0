import { redactLists } from '@ancrage/sheets/redact';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { PersonalDataAnswer, PersonalDataAsk, PersonSought } from '@ancrage/subgraph/personal-data';
import { countMentions, mentionPattern, redactMentions } from '@ancrage/subgraph/redact-mentions';
import { forgetHousehold } from '../personal-data/forget-household.js';
import { giveUpSeats } from '../personal-data/give-up-seats.js';
import { copyHousehold, type Row } from '../personal-data/household-copy.js';
import type { RegistrationPost } from '../registration/registration-post.js';
import { forgetSponsor, sponsorsKnownBy } from '../sponsorship/sponsor-data.js';
import { SponsorshipSide } from '../sponsorship/sponsorship-status.js';

/** Published words and consents of others stay as they are, and what tells that somebody asked is this very request. */
const APART = [
  ...['person_request', 'welcome_protocol', 'indicator_snapshot'],
  ...['prospect_consent', 'territory_card', 'daily_run'],
];
/** The request itself, and the territory's own name and address. */
const NO_MENTION = ['person_request', 'territory_card', 'daily_run'];
/** Rows that know somebody by their address alone. */
const BY_ADDRESS: [kind: string, table: string, where: string][] = [
  ['letters', 'letter', 'lower(recipient) = $2 or lower(reply_to) = $2'],
  ['refusals', 'mail_refusal', 'email_key = $2'],
];

/** All that this service keeps of a person, or that it forgets them: households, sponsors, letters, lists, words about them. */
export async function ownPersonalData(
  connection: Connection,
  scope: Scope,
  post: RegistrationPost,
  { kind, person }: PersonalDataAsk,
): Promise<PersonalDataAnswer> {
  const households = await householdsOf(connection, scope, person);
  const sponsors = await sponsorsKnownBy(connection, scope, {
    emailKey: person.emailKey,
    phone: person.phoneKey,
  });
  if (kind === 'EXPORT') return exported(connection, scope, person, households, sponsors);
  const counts: Record<string, number> = { households: households.length, sponsors: sponsors.length };
  for (const id of households) {
    await giveUpSeats(connection, scope, post, id, null);
    await forgetHousehold(connection, scope, id, 'REQUEST');
  }
  for (const id of sponsors)
    await forgetSponsor({ connection, scope, actor: scope, side: SponsorshipSide.SPONSOR, post }, id);
  for (const [name, table, where] of BY_ADDRESS) {
    const { rowCount } = await connection.query(
      `delete from ${table} where territory_id = $1 and (${where})`,
      [scope.territoryId, person.emailKey],
    );
    counts[name] = rowCount ?? 0;
  }
  counts['exports'] = await forgetExports(connection, scope, person, households);
  const told = [person.emailKey, person.phoneKey].filter((one) => one !== null);
  await redactLists(connection, scope, 'prospect_import', told);
  counts['memberships'] = await forgetMember(connection, scope, person.accountId);
  counts['mentions'] = await redactMentions(connection, scope.territoryId as string, person, APART);
  const histories = await countMentions(connection, scope.territoryId as string, person, NO_MENTION);
  const kept: Record<string, number> = {
    ...(households.length > 0 && { countingRows: households.length }),
    ...(histories > 0 && { histories }),
  };
  return { counts, kept };
}

/** Whom a person is known as here: by the way to reach them now, or the one of a registration. */
async function householdsOf(
  connection: Connection,
  { territoryId }: Scope,
  { emailKey, phoneKey, prospectId }: PersonSought,
): Promise<string[]> {
  const { rows } = await connection.query<{ id: string }>(
    `select p.id from prospect p where p.territory_id = $1 and p.anonymised_at is null and (p.id = $4
       or exists (select from prospect_contact c where c.prospect_id = p.id and (c.email_key = $2 or c.phone_key = $3))
       or exists (select from registration r where r.prospect_id = p.id and r.email_key = $2))
      order by p.id`,
    [territoryId, emailKey, phoneKey, prospectId],
  );
  return rows.map(({ id }) => id);
}

async function exported(
  connection: Connection,
  { territoryId }: Scope,
  { emailKey }: PersonSought,
  households: readonly string[],
  sponsors: readonly string[],
): Promise<PersonalDataAnswer> {
  const rows = async (text: string, values: unknown[]): Promise<Row[]> =>
    (await connection.query<{ row: Row }>(text, values)).rows.map(({ row }) => row);
  const data: Record<string, unknown[]> = { households: [], sponsors: [] };
  for (const id of households) {
    data['households']?.push(await copyHousehold(connection, id, 'named'));
  }
  for (const id of sponsors)
    data['sponsors']?.push({
      sponsor: await rows('select to_jsonb(t) as row from sponsor t where id = $1', [id]),
      contacts: await rows('select to_jsonb(t) as row from sponsorship_contact t where sponsor_id = $1', [
        id,
      ]),
    });
  for (const [name, table, where] of BY_ADDRESS)
    data[name] = await rows(
      `select to_jsonb(t) as row from ${table} t where territory_id = $1 and (${where})`,
      [territoryId, emailKey],
    );
  const counts = Object.fromEntries(Object.entries(data).map(([name, held]) => [name, held.length]));
  return { counts, kept: {}, data };
}

/** What an export gathered of them, or with a word of them, is gone before its week: it can be gathered again. */
async function forgetExports(
  connection: Connection,
  { territoryId }: Scope,
  person: PersonSought,
  households: readonly string[],
): Promise<number> {
  const { rowCount } = await connection.query(
    `update person_request set result = null where territory_id = $1 and kind = 'EXPORT' and result is not null
        and (result::text ~* $2 or exists (select from unnest($3::text[]) id where position(id in result::text) > 0))`,
    [territoryId, mentionPattern(person), households],
  );
  return rowCount ?? 0;
}

/** Names of a member whose account went: what they did stays done, by nobody named. */
async function forgetMember(
  connection: Connection,
  { territoryId }: Scope,
  accountId: string | null,
): Promise<number> {
  if (!accountId) return 0;
  const values = [territoryId, accountId];
  const { rowCount } = await connection.query(
    'delete from absence where territory_id = $1 and (member_id = $2 or stand_in_id = $2)',
    values,
  );
  const following = await connection.query(
    'delete from member_following where territory_id = $1 and member_id = $2',
    values,
  );
  const leads = await connection.query(
    'update installation set lead_name = null where territory_id = $1 and lead_id = $2 and lead_name is not null',
    values,
  );
  const steps = await connection.query(
    `update installation_step set assignee_name = null
      where territory_id = $1 and assignee_id = $2 and assignee_name is not null`,
    values,
  );
  return [rowCount, following.rowCount, leads.rowCount, steps.rowCount].reduce<number>(
    (sum, count) => sum + (count ?? 0),
    0,
  );
}
