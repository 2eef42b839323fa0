import type { SubgraphContext } from '@ancrage/subgraph';
import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { Commune } from '../commune/commune.js';

@Resolver(() => Commune)
export class FibreShareResolver {
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Share of its premises that can have fibre, 0 to 1, in the latest known quarter; null while unknown.',
  })
  fibreShare(@Root() { code }: Commune, @Ctx() context: SubgraphContext): Promise<number | null> {
    return context.load('fibre share', code, async (codes: readonly string[]) => {
      const rows = await context.read<{ code: string; share: number }>({
        name: 'fibre shares',
        text: `select distinct on (commune_code) commune_code as code, round(fibre::numeric / premises, 3)::float8 as share
          from broadband_coverage where territory_id = $1 and commune_code = any($2) and premises > 0 and fibre is not null
          order by commune_code, quarter desc`,
        values: [context.requireTerritory(), codes],
      });
      const byCode = new Map(rows.map((row) => [row.code, row.share]));
      return codes.map((key) => byCode.get(key) ?? null);
    });
  }
}
