import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { NetworkContactInput, NetworkOfferInput } from './network.input.js';
import { contactValues, offerValues } from './network.problems.js';
import { NetworkResult } from './network.result.js';
import { actorOf, changeActor, nothing } from './network-change.js';

/** What one actor offers, and whom one calls there: more than these nobody keeps current. */
const MOST = 30;

@Resolver()
export class NetworkPartResolver {
  @Mutation(() => NetworkResult, { description: 'Agents only. 30 offers an actor at most.' })
  addNetworkOffer(
    @Arg('actorId', () => ID) actorId: string,
    @Arg('input', () => NetworkOfferInput) input: NetworkOfferInput,
    @Ctx() context: SubgraphContext,
  ) {
    return add(
      context,
      actorId,
      'network_offer (id, territory_id, actor_id, step, what, answers_within)',
      (problems) => offerValues(input, problems),
    );
  }

  @Mutation(() => NetworkResult, { description: 'Agents only.' })
  async changeNetworkOffer(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => NetworkOfferInput) input: NetworkOfferInput,
    @Ctx() context: SubgraphContext,
  ) {
    return changeActor(
      context,
      await actorOf(context, 'network_offer', id),
      (problems) => offerValues(input, problems),
      (connection, _held, values) =>
        connection.query('update network_offer set step = $2, what = $3, answers_within = $4 where id = $1', [
          id,
          ...values,
        ]),
    );
  }

  @Mutation(() => NetworkResult, { description: 'Agents only.' })
  removeNetworkOffer(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return remove(context, 'network_offer', id);
  }

  @Mutation(() => NetworkResult, { description: 'Agents only. 30 contacts an actor at most.' })
  addNetworkContact(
    @Arg('actorId', () => ID) actorId: string,
    @Arg('input', () => NetworkContactInput) input: NetworkContactInput,
    @Ctx() context: SubgraphContext,
  ) {
    return add(
      context,
      actorId,
      'network_contact (id, territory_id, actor_id, name, role, email, phone)',
      (problems) => contactValues(input, problems),
    );
  }

  @Mutation(() => NetworkResult, { description: 'Agents only.' })
  async changeNetworkContact(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => NetworkContactInput) input: NetworkContactInput,
    @Ctx() context: SubgraphContext,
  ) {
    return changeActor(
      context,
      await actorOf(context, 'network_contact', id),
      (problems) => contactValues(input, problems),
      (connection, _held, values) =>
        connection.query(
          'update network_contact set name = $2, role = $3, email = $4, phone = $5 where id = $1',
          [id, ...values],
        ),
    );
  }

  @Mutation(() => NetworkResult, { description: 'Agents only.' })
  removeNetworkContact(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return remove(context, 'network_contact', id);
  }
}

/** Adds a row to an actor, unless it has as many as anybody reads. `columns` starts with the table's name. */
function add(
  context: SubgraphContext,
  actorId: string,
  columns: string,
  read: (problems: Problems) => unknown[],
) {
  return changeActor(context, actorId, read, async (connection, held, values, problems) => {
    const [table] = columns.split(' ');
    const { rows } = await connection.query<{ count: number }>(
      `select count(*)::int as count from ${table} where actor_id = $1`,
      [held.id],
    );
    if ((rows[0]?.count ?? 0) >= MOST) {
      problems.add('id', `${MOST} au plus par acteur.`, `${MOST} an actor at most.`);
      return;
    }
    const parameters = values.map((_value, index) => `$${index + 4}`).join(', ');
    await connection.query(`insert into ${columns} values ($1, $2, $3, ${parameters})`, [
      randomUUID(),
      context.requireTerritory(),
      held.id,
      ...values,
    ]);
  });
}

async function remove(context: SubgraphContext, table: 'network_offer' | 'network_contact', id: string) {
  return changeActor(context, await actorOf(context, table, id), nothing, (connection) =>
    connection.query(`delete from ${table} where id = $1`, [id]),
  );
}
