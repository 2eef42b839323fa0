import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';

/**
 * Takes away every row of the request's territory, for an operator who typed its short name. Done again it finds nothing
 * more to do.
 * @returns how many rows went
 */
export async function eraseTenant(context: SubgraphContext, confirmation: string): Promise<number> {
  context.requireRole('OPERATOR');
  const territoryId = context.requireTerritory();
  if (confirmation !== context.requireTerritoryCard().slug)
    throw new BadInputError('Le nom court saisi n’est pas celui de ce territoire.', 'confirmation');
  return context.write(async (connection) => {
    const { rows } = await connection.query<{ removed: string }>('select removed from erase_territory($1)', [
      territoryId,
    ]);
    return rows.reduce((sum, { removed }) => sum + Number(removed), 0);
  });
}
