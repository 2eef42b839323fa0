import type { Scope } from '@ancrage/subgraph';
import type { Database } from '@ancrage/subgraph/database';
import { ImportRun } from '../import-run.entity.js';
import { ImportRunStatus } from '../import-run-status.js';

/** States that a run can still leave. */
export const UNFINISHED = [
  ImportRunStatus.WAITING,
  ImportRunStatus.RUNNING,
  ImportRunStatus.CHECKED,
] as const;

type AskedRun = Pick<ImportRun, 'id' | 'dataset' | 'fileName' | 'fileSize' | 'vintage' | 'url'>;

/** What is written of a run while it goes on; within its territory, as whoever asked for it. */
export class RunStore {
  constructor(
    private readonly database: Database,
    private readonly holder: number,
  ) {}

  async insert(scope: Scope & { territoryId: string }, run: AskedRun): Promise<void> {
    await this.database.fork(scope).insert(ImportRun, {
      ...run,
      territoryId: scope.territoryId,
      askedBy: scope.userId ?? '',
      status: ImportRunStatus.WAITING,
      dryRun: true,
      cancelAsked: false,
      holder: this.holder,
      createdAt: new Date(),
    });
  }

  find(scope: Scope, id: string): Promise<ImportRun | null> {
    return this.database.fork(scope).findOne(ImportRun, { id });
  }

  /** How many runs of the territory are not finished. */
  countUnfinished(scope: Scope): Promise<number> {
    return this.database.fork(scope).count(ImportRun, { status: { $in: [...UNFINISHED] } });
  }

  /** Changes a run that is in one of these states, and nobody else's; false when it is in another one by now. */
  async change(
    scope: Scope,
    id: string,
    from: readonly ImportRunStatus[],
    data: Partial<ImportRun>,
  ): Promise<boolean> {
    const where = { id, holder: this.holder, status: { $in: [...from] } };
    return (await this.database.fork(scope).nativeUpdate(ImportRun, where, data)) === 1;
  }
}
