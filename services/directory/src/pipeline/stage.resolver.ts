import type { SubgraphContext } from '@ancrage/subgraph';
import { STAFF } from '@ancrage/subgraph/policies';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { SoloStatus } from '../solo/solo-status.js';
import { STAGES } from './pipeline.js';
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
}
