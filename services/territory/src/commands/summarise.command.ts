import { parseArgs } from 'node:util';
import pg from 'pg';
import { inTransaction } from '../territory/create-territory.js';
import { summariseOffer } from '../territory/offer-summary.js';
import { TerritoryRefusedError } from '../territory/territory-request.js';
import { actAsOperator } from '../territory/write-territory.js';

export const SUMMARISE_USAGE = `territory summarise --territory <slug>
  Recomputes the figures that lists, maps and indicators read ready-made, after rows were loaded by other means.`;

/** Recomputes a territory's ready-made figures. */
export async function summarise(argv: string[], ownerUrl: string): Promise<void> {
  const { values } = parseArgs({ args: argv, options: { territory: { type: 'string', default: '' } } });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await inTransaction(client, async () => {
      const { rows } = await client.query<{ id: string }>('select id from territory where slug = $1', [
        values.territory,
      ]);
      const [territory] = rows;
      if (!territory) throw new TerritoryRefusedError([`territory: ${values.territory} does not exist`]);
      await actAsOperator(client, territory.id);
      await summariseOffer(client, territory.id);
    });
  } finally {
    await client.end();
  }
}
