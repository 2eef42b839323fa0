import { parseArgs } from 'node:util';
import pg from 'pg';
import { inTransaction } from '../territory/create-territory.js';
import { TerritoryRefusedError } from '../territory/territory-request.js';
import { actAsOperator } from '../territory/write-territory.js';

export const SUSPEND_USAGE = `territory suspend --territory <slug> --reason <words>
  Closes its site to everybody but operators; its data stay as they are. Its members read the reason.

territory resume --territory <slug>
  Opens it again.`;

/** Closes a territory for a while. */
export async function suspend(argv: string[], ownerUrl: string): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: { territory: { type: 'string', default: '' }, reason: { type: 'string', default: '' } },
  });
  const reason = values.reason.trim();
  if (reason.length < 3 || reason.length > 500)
    throw new TerritoryRefusedError(['reason: 3 to 500 characters, for its members']);
  await changeStatus(ownerUrl, values.territory, 'SUSPENDED', { reason, since: new Date().toISOString() });
  console.log(`${values.territory} is suspended.`);
}

/** Opens a territory again. */
export async function resume(argv: string[], ownerUrl: string): Promise<void> {
  const { values } = parseArgs({ args: argv, options: { territory: { type: 'string', default: '' } } });
  await changeStatus(ownerUrl, values.territory, 'ACTIVE', null);
  console.log(`${values.territory} is online.`);
}

async function changeStatus(
  ownerUrl: string,
  slug: string,
  status: string,
  suspension: object | null,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await inTransaction(client, async () => {
      const { rows } = await client.query<{ id: string }>('select id from territory where slug = $1', [slug]);
      if (!rows[0]) throw new TerritoryRefusedError([`territory: ${slug} does not exist`]);
      await actAsOperator(client, rows[0].id);
      await client.query(
        'update territory set status = $2::territory_status, suspension = $3 where id = $1',
        [rows[0].id, status, suspension && JSON.stringify(suspension)],
      );
    });
  } finally {
    await client.end();
  }
}
