import { randomUUID } from 'node:crypto';
import { asSuperuser } from '@ancrage/postgres/databases';
import type { SignedClient } from './subgraph/signed-client.js';

const REGISTER = `mutation ($input: RegisterHouseholdInput!) { registerHousehold(input: $input) {
  __typename
  ... on RegistrationConfirmed { registration { id seats } }
  ... on RegistrationWaitlisted { registration { id seats } position }
  ... on RegistrationRefused { reason } } }`;

/** Writes a session that is open to registrations; gives its id. */
export async function openSession(
  superuserUrl: string,
  territoryId: string,
  capacity: number,
): Promise<string> {
  const id = randomUUID();
  await asSuperuser(superuserUrl, (client) =>
    client.query(
      `insert into discovery_session (id, territory_id, slug, title, format, status, starts_at, ends_at, capacity)
       values ($1, $2, $4, 'Journée', 'DAY', 'PUBLISHED', '2099-05-01T09:00Z', '2099-05-01T17:00Z', $3)`,
      [id, territoryId, capacity, `session-${id}`],
    ),
  );
  return id;
}

/**
 * Sends the form of one household until it is answered, as a browser's user does: each time to the next of the replicas,
 * with the same key. Gives the kind of the answer.
 */
export async function registerUntilAnswered(
  replicas: readonly SignedClient[],
  sessionId: string,
  index: number,
  textVersion: string,
  adults = 1,
): Promise<string> {
  const input = {
    sessionId,
    contact: { name: `Foyer ${index}`, email: `foyer-${index}-${sessionId}@exemple.fr` },
    adults,
    consent: { textVersion, accepted: true },
    idempotencyKey: randomUUID(),
  };
  for (let attempt = index; ; attempt += 1) {
    const ask = replicas[attempt % replicas.length] as SignedClient;
    const answer = await ask(REGISTER, { input }).catch(() => null);
    const kind = answer?.data?.['registerHousehold']?.__typename;
    if (kind) return kind;
  }
}

/** How a session stands, as its rows say. */
export async function standingOf(superuserUrl: string, sessionId: string) {
  return asSuperuser(superuserUrl, async (client) => {
    const { rows: registrations } = await client.query<{ status: string; people: number; email: string }>(
      `select status, adults + cardinality(children_birth_years) as people, email from registration
        where session_id = $1 order by arrival_order`,
      [sessionId],
    );
    const { rows: positions } = await client.query<{ email: string; position: number }>(
      `select r.email, (e.detail ->> 'position')::int as position from registration_event e
         join registration r on r.id = e.registration_id
        where e.session_id = $1 and e.kind = 'WAITLISTED' order by r.arrival_order`,
      [sessionId],
    );
    const { rows: letters } = await client.query<{ letters: number; addresses: number }>(
      `select count(*)::int as letters, count(distinct recipient)::int as addresses from letter
        where recipient like '%' || $1 || '@exemple.fr'`,
      [sessionId],
    );
    const { rows: counters } = await client.query<{ taken: number; waiting: number }>(
      'select seats_taken as taken, waitlist_length as waiting from discovery_session where id = $1',
      [sessionId],
    );
    return { registrations, positions, ...letters[0], ...counters[0] };
  });
}
