import { createHmac, randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { PersonalDataAsk, PersonalDataAsker, PersonSought } from '@ancrage/subgraph/personal-data';
import type { ServiceAnswer } from './person-request.entity.js';

/** Announced when a request is to be worked on, for whoever does. */
export const PERSON_REQUESTS_CHANNEL = 'person_request';

/** Whom everybody is asked about, in this order: what identity knows of an account helps the others. */
export const SERVICES = ['identity', 'directory', 'territory', 'accompaniment'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Whom the services look for, as it waits in a request. */
export interface Subject {
  person: PersonSought;
  by: PersonalDataAsker;
}

export interface NewPersonRequest extends Subject {
  kind: PersonalDataAsk['kind'];
  /** Account of the member, or HOUSEHOLD. */
  askedBy: string;
}

const unanswered = (): ServiceAnswer => ({
  attempts: 0,
  confirmedAt: null,
  failure: null,
  counts: {},
  kept: {},
});

/**
 * Has a person's data exported or erased everywhere. Asked twice it is one request with one certificate: while it is
 * open nothing changes, and an erasure that is done is looked through once more under the same reference, so that what
 * came since is not swallowed. The scope must be a member's or `asTerritory`. Gives the request's id.
 */
export async function requestPerson(
  connection: Connection,
  { territoryId }: Scope,
  secret: string,
  { kind, person, by, askedBy }: NewPersonRequest,
): Promise<string> {
  const subjectKey = createHmac('sha256', secret)
    .update(`ancrage person 1\n${territoryId}\n${identityOf(person)}`)
    .digest('hex');
  await connection.query('select pg_advisory_xact_lock(hashtextextended($1, 26))', [`${kind} ${subjectKey}`]);
  const { rows } = await connection.query<{
    id: string;
    open: boolean;
    answers: Record<string, ServiceAnswer>;
  }>(
    `select id, finished_at is null as open, answers from person_request
      where territory_id = $1 and kind = $2 and subject_key = $3
      order by finished_at is null desc, asked_at desc limit 1 for update`,
    [territoryId, kind, subjectKey],
  );
  const earlier = rows[0];
  const subject: Subject = { person, by };
  if (earlier?.open) return earlier.id;
  if (earlier && kind === 'ERASE') {
    const answers = Object.fromEntries(
      Object.entries(earlier.answers).map(([service, answer]) => [service, { ...answer, confirmedAt: null }]),
    );
    await connection.query(
      'update person_request set subject = $2, answers = $3, next_try_at = now(), finished_at = null where id = $1',
      [earlier.id, JSON.stringify(subject), JSON.stringify(answers)],
    );
    await announce(connection, territoryId);
    return earlier.id;
  }
  const id = randomUUID();
  await connection.query(
    `insert into person_request (id, territory_id, kind, subject_key, subject, asked_by, answers, next_try_at)
     values ($1, $2, $3, $4, $5, $6, $7, now())`,
    [
      ...[id, territoryId, kind, subjectKey, JSON.stringify(subject), askedBy],
      JSON.stringify(Object.fromEntries(SERVICES.map((service) => [service, unanswered()]))),
    ],
  );
  await announce(connection, territoryId);
  return id;
}

const announce = (connection: Connection, territoryId: string | null) =>
  connection.query(`select pg_notify('${PERSON_REQUESTS_CHANNEL}', $1)`, [territoryId]);

/** The same person by the same means is the same request. */
const identityOf = ({ emailKey, phoneKey, prospectId, soloId }: PersonSought): string =>
  emailKey ?? phoneKey ?? prospectId ?? soloId ?? '';
