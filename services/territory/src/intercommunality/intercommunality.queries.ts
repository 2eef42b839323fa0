import type { SubgraphContext } from '@ancrage/subgraph';
import type { Intercommunality } from './intercommunality.entity.js';

const COLUMNS = 'i.siren, i.name, i.kind, i.commune_count as "communeCount"';

export function loadIntercommunality(
  context: SubgraphContext,
  siren: string,
): Promise<Intercommunality | null> {
  return context.load('intercommunality', siren, async (sirens: readonly string[]) => {
    const rows = await context.read<Intercommunality>({
      name: 'intercommunalities',
      text: `select ${COLUMNS} from intercommunality i where siren = any($1)`,
      values: [sirens],
    });
    const bySiren = new Map(rows.map((row) => [row.siren, row]));
    return sirens.map((key) => bySiren.get(key) ?? null);
  });
}

/** The intercommunal bodies of a territory, the one with most of its communes first. */
export function selectIntercommunalities(
  context: SubgraphContext,
  territoryId: string,
): Promise<Intercommunality[]> {
  return context.readIn<Intercommunality>(territoryId, {
    name: 'intercommunalities of a territory',
    text: `select ${COLUMNS} from intercommunality i
      join commune_reference c on c.intercommunality_siren = i.siren
      join territory_commune tc on tc.commune_code = c.code
      where tc.territory_id = $1 group by i.siren order by count(*) desc, i.name`,
    values: [territoryId],
  });
}
