import type { SubgraphContext } from '@ancrage/subgraph';
import { ConnectionArguments, decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { FoundPair } from './find-pairs.js';
import { pairOf } from './pair-of.js';
import { ProspectPairConnection } from './prospect-merge.js';
import { selectPairs, selectSides } from './prospect-merge.queries.js';

@Resolver()
export class ProspectPairResolver {
  @Query(() => ProspectPairConnection, {
    description:
      'Pairs of households that may be one, surest first; those told apart are left out. Agents only.',
  })
  async prospectPairs(
    @Args(() => ConnectionArguments) { first, after }: ConnectionArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<ProspectPairConnection> {
    context.requireRole(...WRITERS);
    const all = await selectPairs(context);
    const { nodes, pageInfo } = toPage(
      all.slice(after ? placeAfter(all, after) : 0).slice(0, first + 1),
      first,
      cursorOf,
    );
    const sides = await selectSides(
      context,
      nodes.flatMap(({ firstId, secondId }) => [firstId, secondId]),
    );
    return {
      totalCount: all.length,
      pageInfo,
      nodes: nodes.flatMap(({ firstId, secondId, confidence, reasons }) => {
        const [one, other] = [sides.get(firstId), sides.get(secondId)];
        return one && other
          ? [{ pair: `${firstId}.${secondId}`, first: one, second: other, confidence, reasons }]
          : [];
      }),
    };
  }

  @Query(() => Int, { description: 'How many pairs of households may be one. Agents only.' })
  async prospectPairCount(@Ctx() context: SubgraphContext): Promise<number> {
    context.requireRole(...WRITERS);
    return (await selectPairs(context)).length;
  }

  @Mutation(() => Boolean, {
    description:
      'Tells two households apart, so that they are not proposed again; `apart: false` takes that back. Agents only.',
  })
  async dismissProspectPair(
    @Arg('firstId', () => ID) one: string,
    @Arg('secondId', () => ID) other: string,
    @Arg('apart', () => Boolean, { defaultValue: true }) apart: boolean,
    @Ctx() context: SubgraphContext,
  ): Promise<boolean> {
    context.requireRole(...WRITERS);
    const [firstId, secondId] = pairOf(one, other);
    const territoryId = context.requireTerritory();
    await context.write((connection) =>
      apart
        ? connection.query(
            `insert into prospect_pair (territory_id, first_id, second_id, decided_by)
             select $1, $2, $3, $4 where (select count(*) from prospect where territory_id = $1 and id in ($2, $3)) = 2
             on conflict do nothing`,
            [territoryId, firstId, secondId, context.scope.userId],
          )
        : connection.query(
            'delete from prospect_pair where territory_id = $1 and first_id = $2 and second_id = $3',
            [territoryId, firstId, secondId],
          ),
    );
    return apart;
  }
}

const cursorOf = ({ confidence, firstId, secondId }: FoundPair): string =>
  encodeCursor([confidence, firstId, secondId]);

/** Where the list goes on: pairs may have gone meanwhile, the cursor's own too. */
function placeAfter(all: readonly FoundPair[], after: string): number {
  const [confidence, firstId, secondId] = decodeCursor(after, 3);
  const beyond = all.findIndex(
    (pair) =>
      pair.confidence < Number(confidence) ||
      (pair.confidence === confidence && `${pair.firstId}${pair.secondId}` > `${firstId}${secondId}`),
  );
  return beyond === -1 ? all.length : beyond;
}
