import type { SubgraphContext } from '@ancrage/subgraph';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Commune } from '../commune/commune.js';
import { Source } from '../source/source.entity.js';
import { loadSource } from '../source/source.queries.js';
import { BroadbandNode, Technology } from './broadband.js';
import type { BroadbandCoverage } from './broadband-coverage.entity.js';

@Resolver(() => BroadbandNode)
export class BroadbandResolver {
  @FieldResolver(() => Source)
  source(@Root() { sourceId }: BroadbandNode, @Ctx() context: SubgraphContext) {
    return loadSource(context, sourceId);
  }
}

@Resolver(() => Commune)
export class CommuneBroadbandResolver {
  @FieldResolver(() => BroadbandNode, {
    nullable: true,
    description: 'Latest known quarter; null while unknown.',
  })
  broadband(@Root() { code }: Commune, @Ctx() context: SubgraphContext): Promise<BroadbandNode | null> {
    return context.load('broadband', code, (codes: readonly string[]) => selectLatest(context, codes));
  }
}

async function selectLatest(
  context: SubgraphContext,
  codes: readonly string[],
): Promise<(BroadbandNode | null)[]> {
  const rows = await context.read<KnownSpeeds>({
    name: 'latest coverage',
    text: `select distinct on (commune_code) commune_code as "communeCode", quarter, premises, at_least8 as "atLeast8", at_least30 as "atLeast30",
        at_least100 as "atLeast100", at_least1000 as "atLeast1000", copper, cable, fibre, fixed4g, satellite, source_id as "sourceId"
      from broadband_coverage where territory_id = $1 and commune_code = any($2) and premises > 0 and at_least1000 is not null order by commune_code, quarter desc`,
    values: [context.requireTerritory(), codes],
  });
  const byCode = new Map(rows.map((row) => [row.communeCode, toNode(row)]));
  return codes.map((code) => byCode.get(code) ?? null);
}

const TECHNOLOGIES = [
  [Technology.FIBRE, 'fibre'],
  [Technology.CABLE, 'cable'],
  [Technology.COPPER, 'copper'],
  [Technology.FIXED_4G, 'fixed4g'],
  [Technology.SATELLITE, 'satellite'],
] as const;

/** A quarter whose speeds are known; ARCEP publishes all four in one file. */
type KnownSpeeds = BroadbandCoverage &
  Record<'atLeast8' | 'atLeast30' | 'atLeast100' | 'atLeast1000', number>;

function toNode(row: KnownSpeeds): BroadbandNode {
  const share = (count: number) => Math.round((count / row.premises) * 1000) / 1000;
  return {
    quarter: row.quarter,
    sourceId: row.sourceId,
    wiredEligibility: {
      atLeast8: share(row.atLeast8),
      atLeast30: share(row.atLeast30),
      atLeast100: share(row.atLeast100),
      atLeast1000: share(row.atLeast1000),
    },
    technologies: TECHNOLOGIES.flatMap(([technology, column]) => {
      const count = row[column];
      return typeof count === 'number' ? [{ technology, share: share(count) }] : [];
    }),
  };
}
