import type { SubgraphContext } from '@ancrage/subgraph';
import { STAFF, WRITERS } from '@ancrage/subgraph/policies';
import { Ctx, Int, Query, Resolver } from 'type-graphql';
import type { SoloStatus } from '../solo/solo-status.js';
import { STAGES } from './pipeline.js';
import { RECORDS, TO_INFORM } from './solo-record.queries.js';
import { SoloStage } from './stage.js';

@Resolver()
export class StageResolver {
  @Query(() => [SoloStage], {
    description: 'How many solos stand at each stage, in the order of the pipeline. Members only.',
  })
  async soloStages(@Ctx() context: SubgraphContext): Promise<SoloStage[]> {
    context.requireRole(...STAFF);
    const rows = await context.read<{ status: SoloStatus; count: number }>({
      name: 'solo stages',
      text: 'select status, count(*)::int as count from solo where territory_id = $1 and erased_at is null group by status',
      values: [context.requireTerritory()],
    });
    const counts = new Map(rows.map(({ status, count }) => [status, count]));
    return STAGES.map((status) => ({ status, count: counts.get(status) ?? 0 }));
  }

  @Query(() => Int, {
    description: 'How many still have to be told that they are known here. Agents only.',
  })
  async soloToInformCount(@Ctx() context: SubgraphContext): Promise<number> {
    context.requireRole(...WRITERS);
    const [row] = await context.read<{ count: number }>({
      name: 'solos to inform',
      text: `select count(*)::int as count from ${RECORDS} where s.territory_id = $1 and s.erased_at is null and ${TO_INFORM}`,
      values: [context.requireTerritory()],
    });
    return row?.count ?? 0;
  }
}
