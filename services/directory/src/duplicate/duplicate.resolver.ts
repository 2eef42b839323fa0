import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import { ConnectionArguments, decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { recordAccess } from '../access/record-access.js';
import { selectDuplicates } from './duplicate.queries.js';
import { DuplicateProposalConnection } from './duplicate-proposal.js';
import type { DuplicatePair } from './find-duplicates.js';
import { selectMergeRecords } from './merge-record.queries.js';
import { pairOf } from './pair.js';

@Resolver()
export class DuplicateResolver {
  @Query(() => DuplicateProposalConnection, {
    description:
      'Pairs of records that may be one person’s, surest first; those told apart are left out. Agents only; that they looked is kept.',
  })
  async duplicateProposals(
    @Args(() => ConnectionArguments) { first, after }: ConnectionArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<DuplicateProposalConnection> {
    context.requireRole(...WRITERS);
    const all = await selectDuplicates(context);
    const start = after ? placeAfter(all, after) : 0;
    const { nodes, pageInfo } = toPage(all.slice(start, start + first + 1), first, cursorOf);
    const records = await selectMergeRecords(
      context,
      nodes.flatMap(({ firstId, secondId }) => [firstId, secondId]),
    );
    await recordAccess(context, 'LISTED', [...records.keys()]);
    return {
      totalCount: all.length,
      pageInfo,
      nodes: nodes.flatMap(({ firstId, secondId, confidence, reasons }) => {
        const [one, other] = [records.get(firstId), records.get(secondId)];
        return one && other
          ? [{ pair: `${firstId}.${secondId}`, first: one, second: other, confidence, reasons }]
          : [];
      }),
    };
  }

  @Query(() => Int, { description: 'How many pairs may be one person’s. Agents only.' })
  async duplicateCount(@Ctx() context: SubgraphContext): Promise<number> {
    context.requireRole(...WRITERS);
    return (await selectDuplicates(context)).length;
  }

  @Mutation(() => Boolean, {
    description:
      'Tells two records apart, so that they are not proposed again; `apart: false` takes that back. Agents only.',
  })
  async dismissDuplicate(
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
            `insert into duplicate_decision (id, territory_id, first_id, second_id, decided_by)
             select $1, $2, $3, $4, $5 where (select count(*) from solo where territory_id = $2 and id in ($3, $4)) = 2
             on conflict do nothing`,
            [randomUUID(), territoryId, firstId, secondId, context.scope.userId],
          )
        : connection.query(
            'delete from duplicate_decision where territory_id = $1 and first_id = $2 and second_id = $3',
            [territoryId, firstId, secondId],
          ),
    );
    return apart;
  }
}

const cursorOf = ({ confidence, firstId, secondId }: DuplicatePair): string =>
  encodeCursor([confidence, firstId, secondId]);

/** Where the list goes on: pairs may have gone meanwhile, the cursor's own too. */
function placeAfter(all: readonly DuplicatePair[], after: string): number {
  const [confidence, firstId, secondId] = decodeCursor(after, 3);
  const beyond = all.findIndex(
    (pair) =>
      pair.confidence < Number(confidence) ||
      (pair.confidence === confidence && `${pair.firstId}${pair.secondId}` > `${firstId}${secondId}`),
  );
  return beyond === -1 ? all.length : beyond;
}
