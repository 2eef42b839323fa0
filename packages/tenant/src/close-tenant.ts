import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';

/** Has the service write to nobody for the request's territory, and its terms stand still; for operators. */
export async function closeTenant(context: SubgraphContext): Promise<boolean> {
  context.requireRole('OPERATOR');
  const territoryId = context.requireTerritory();
  const { slug, name } = context.requireTerritoryCard();
  await context.write((connection) =>
    connection.query('select close_territory($1, $2, $3)', [territoryId, slug, name]),
  );
  return true;
}

/**
 * Ends it: terms are put off by as long as it lasted, and what waited leaves; for operators.
 * @param opened what else is done in the same transaction when it was closed until now
 */
export async function openTenant(
  context: SubgraphContext,
  opened: (connection: Connection) => Promise<void> = async () => {},
): Promise<boolean> {
  context.requireRole('OPERATOR');
  const territoryId = context.requireTerritory();
  await context.write(async (connection) => {
    const { rows } = await connection.query<{ opened: boolean }>('select open_territory($1) as opened', [
      territoryId,
    ]);
    if (rows[0]?.opened) await opened(connection);
  });
  return true;
}
