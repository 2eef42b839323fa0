import type pg from 'pg';
import { HOLDER_LOCK } from './run-holder.js';

/**
 * Marks the unfinished runs of processes that are gone, of every territory: nothing of them was written, and their
 * files are lost.
 */
const INTERRUPT = `do $$
  declare tenant uuid;
  begin
    perform set_config('app.role', 'OPERATOR', true);
    for tenant in select id from territory loop
      perform set_config('app.territory_id', tenant::text, true);
      update import_run set status = 'INTERRUPTED', ended_at = now(), progress = null
        where status in ('WAITING', 'RUNNING', 'CHECKED') and holder in (
          select gone.holder from (select distinct holder from import_run
            where status in ('WAITING', 'RUNNING', 'CHECKED')) gone
          where pg_try_advisory_xact_lock(${HOLDER_LOCK}, gone.holder));
    end loop;
  end $$`;

export const interruptRuns = async (client: pg.ClientBase): Promise<void> => {
  await client.query(INTERRUPT);
};

/** Whether the process of that number is gone. */
export async function isGone(client: pg.ClientBase, holder: number): Promise<boolean> {
  const { rows } = await client.query<{ gone: boolean }>(
    `select pg_try_advisory_xact_lock(${HOLDER_LOCK}, $1) as gone`,
    [holder],
  );
  return rows[0]?.gone ?? false;
}
