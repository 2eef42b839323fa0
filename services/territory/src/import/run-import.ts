import type pg from 'pg';
import { inTransaction } from '../territory/create-territory.js';
import { otherLayouts } from './datasets/index.js';
import type { ImportedTerritory, ImportJob, ImportOutcome } from './import-job.js';
import { ImportRefusedError } from './import-refused.js';
import { loadTable } from './load-table.js';
import { type Spool, spool } from './source/open-source.js';
import { openTable, type TableInput } from './table/open-table.js';

class DryRunEnded extends Error {}

/**
 * Imports an official file into a territory: all of it in one transaction of its own, or nothing.
 * @param client a connection to the territory database, the owner's or the service's, out of any transaction
 * @throws ImportRefusedError when the file is not one of the dataset's, or the import was cancelled
 */
export async function runImport(client: pg.ClientBase, job: ImportJob): Promise<ImportOutcome> {
  const { dataset, signal } = job;
  if (dataset.operatorOnly && job.role !== 'OPERATOR')
    throw new ImportRefusedError(
      `dataset: ${dataset.name} is shared by every territory, the operator alone imports it`,
    );
  let outcome: ImportOutcome | undefined;
  const unpacked = spool();
  try {
    await inTransaction(client, async () => {
      const territory = await lockTerritory(client, job);
      const table = await openTable(inputOf(job, unpacked), {
        layouts: dataset.layouts,
        others: otherLayouts(dataset),
      });
      outcome = await loadTable(client, job, territory, table);
      signal.throwIfAborted();
      if (job.dryRun) throw new DryRunEnded();
    });
  } catch (error) {
    if (signal.aborted) throw new ImportRefusedError('cancelled');
    if (!(error instanceof DryRunEnded)) throw error;
  } finally {
    await unpacked.close();
    await job.source.close();
  }
  return outcome as ImportOutcome;
}

/** One import of a territory at a time: a second one waits, then compares with what the first left. */
async function lockTerritory(
  client: pg.ClientBase,
  { territoryId, role }: ImportJob,
): Promise<ImportedTerritory> {
  await client.query("select pg_advisory_xact_lock(hashtext('ancrage import ' || $1))", [territoryId]);
  await client.query("select set_config('app.territory_id', $1, true), set_config('app.role', $2, true)", [
    territoryId,
    role,
  ]);
  const { rows } = await client.query<ImportedTerritory>('select id, bounds from territory where id = $1', [
    territoryId,
  ]);
  const [territory] = rows;
  if (!territory) throw new ImportRefusedError('territory: it does not exist');
  // Sorts and joins of a large file stay in the server's memory.
  await client.query("set local work_mem = '192MB'");
  return territory;
}

/** The file as it is read, with its progress. */
function inputOf({ source, onProgress }: ImportJob, unpacked: Spool): TableInput {
  let copied = false;
  async function* watched(): AsyncGenerator<Buffer> {
    let read = 0;
    for await (const chunk of source.bytes) {
      read += chunk.length;
      if (!copied) onProgress?.(read, source.size);
      yield chunk;
    }
  }
  return {
    bytes: watched(),
    toPath(bytes) {
      // A file that is there already is only checked to its end, which is not yet reading it.
      copied = source.url === null;
      return source.toPath(bytes);
    },
    spool: unpacked.toPath,
    onProgress: (share) =>
      source.size !== null && onProgress?.(Math.round(Math.min(1, share) * source.size), source.size),
  };
}
