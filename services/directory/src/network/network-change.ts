import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { networkRefused, networkSaved } from './network.result.js';

/** An actor whose row is held until the change is made. */
export interface HeldActor {
  id: string;
  kind: string;
  consentGivenAt: Date | null;
  archivedAt: Date | null;
}

/** Reads what is given before anything is touched, noting what is wrong with it. */
type Read<Values> = (problems: Problems) => Values;
/** Makes the change on a held row, or notes why it must not be made. */
type Work<Values> = (
  connection: Connection,
  held: HeldActor,
  values: Values,
  problems: Problems,
) => Promise<unknown>;

/** For a change that takes nothing but the actor. */
export const nothing: Read<null> = () => null;

/** One change of an actor or of what belongs to it: by agents alone, in one transaction, made whole or refused. */
export async function changeActor<Values>(
  context: SubgraphContext,
  id: string,
  read: Read<Values>,
  work: Work<Values>,
) {
  context.requireRole(...WRITERS);
  const problems = new Problems(context.origin.locale);
  const values = read(problems);
  if (problems.list.length === 0) {
    await context.write(async (connection) =>
      work(connection, await hold(connection, context, id), values, problems),
    );
  }
  return problems.list.length > 0 ? networkRefused(problems.list) : networkSaved(context, id);
}

async function hold(connection: Connection, context: SubgraphContext, id: string): Promise<HeldActor> {
  if (!isUuid(id)) throw notThere();
  const { rows } = await connection.query<HeldActor>(
    `select id, kind, consent_given_at as "consentGivenAt", archived_at as "archivedAt" from network_actor
      where territory_id = $1 and id = $2 for update`,
    [context.requireTerritory(), id],
  );
  return rows[0] ?? fail();
}

const notThere = () => new NotFoundError('Cet acteur n’existe pas.');
const fail = (): never => {
  throw notThere();
};

/** Which actor an offer, a contact or an exchange belongs to. */
export async function actorOf(
  context: SubgraphContext,
  table: 'network_offer' | 'network_contact' | 'network_exchange',
  id: string,
): Promise<string> {
  context.requireRole(...WRITERS);
  if (!isUuid(id)) throw notThere();
  const [row] = await context.read<{ actorId: string }>({
    text: `select actor_id as "actorId" from ${table} where territory_id = $1 and id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row?.actorId ?? fail();
}
