import { randomUUID } from 'node:crypto';
import type { Logger, Scope } from '@ancrage/subgraph';
import { ANYTHING } from '@ancrage/subgraph/changes';
import type { Database } from '@ancrage/subgraph/database';
import pg from 'pg';
import type { ImportJob } from '../import-job.js';
import { ImportRunStatus } from '../import-run-status.js';
import type { HeldRun } from './held-run.js';
import type { ImportSettings } from './import-settings.js';
import { interruptRuns, isGone } from './interrupt-runs.js';
import { RunFiles } from './run-files.js';
import { RunHolder } from './run-holder.js';
import { runStep } from './run-step.js';
import { RunStore, UNFINISHED } from './run-store.js';

/** What an agent asks to import. */
export interface NewRun {
  id: string;
  dataset: string;
  fileName: string;
  fileSize: number | null;
  vintage: string | null;
  path: string;
  url: string | null;
}

export type AgentScope = Scope & { territoryId: string; role: ImportJob['role'] };

/** How often what others left behind, or nobody confirmed, is looked for. */
const ROUND_MILLISECONDS = 5_000;
/** A file that nobody said a word about for a day is let go. */
const PATIENCE_MILLISECONDS = 24 * 3_600_000;
/** Files that one territory may have waiting. */
export const MOST_UNFINISHED = 5;

/** The imports whose files this process has: one at a time for each territory, the others wait their turn. */
export class ImportRuns {
  readonly files: RunFiles;
  private readonly holder: RunHolder;
  private readonly store: RunStore;
  private readonly held = new Map<string, HeldRun>();
  private readonly working = new Set<Promise<void>>();
  private round: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly settings: ImportSettings,
    private readonly database: Database,
    private readonly databaseUrl: string,
    private readonly log: Logger,
  ) {
    this.holder = new RunHolder(databaseUrl, log);
    this.files = new RunFiles(settings.importDirectory, this.holder.number);
    this.store = new RunStore(database, this.holder.number);
  }

  get maximumBytes(): number {
    return this.settings.importMaximumBytes;
  }

  async start(): Promise<void> {
    await this.holder.open();
    await this.lookAround();
    this.round = setInterval(() => this.attempt(this.lookAround()), ROUND_MILLISECONDS);
    this.round.unref();
  }

  /** Whether the territory may have another file wait. */
  async hasRoom(scope: Scope): Promise<boolean> {
    return (await this.store.countUnfinished(scope)) < MOST_UNFINISHED;
  }

  newId = (): string => randomUUID();

  /** Takes a run on: its dry run starts when its turn comes. */
  async accept(scope: AgentScope, { id, path, url, fileSize, ...run }: NewRun): Promise<void> {
    const size = fileSize === null ? null : String(fileSize);
    await this.store.insert(scope, { id, url, fileSize: size, ...run });
    const { dataset, vintage } = run;
    const job = {
      dataset,
      vintage,
      path,
      url,
      fetch: url !== null,
      territoryId: scope.territoryId,
      role: scope.role,
    };
    const cancelled = new AbortController();
    this.held.set(id, { id, scope, job, state: 'waiting', dryRun: true, cancelled, since: Date.now() });
    this.next();
  }

  /** Somebody changed a run, perhaps by another process: does what it now says. */
  changed(id: string): void {
    for (const run of id === ANYTHING ? this.held.values() : [this.held.get(id)])
      if (run) this.attempt(this.follow(run));
  }

  /** Stops what runs: nothing of it is written, and its runs say so. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.round);
    for (const run of this.held.values()) {
      await this.store
        .change(run.scope, run.id, UNFINISHED, { status: ImportRunStatus.INTERRUPTED, endedAt: new Date() })
        .catch(() => {});
      run.cancelled.abort();
    }
    await Promise.all(this.working);
    await this.files.removeAll();
    await this.holder.close();
  }

  private async follow(run: HeldRun): Promise<void> {
    const row = await this.store.find(run.scope, run.id);
    if (row?.status === ImportRunStatus.WAITING && !row.dryRun && run.state === 'checked') {
      Object.assign(run, { state: 'waiting', dryRun: false, since: Date.now() });
      this.next();
    } else if (!row || row.cancelAsked || !UNFINISHED.some((status) => status === row.status)) {
      run.cancelled.abort();
      if (run.state === 'running') return;
      // It was abandoned while the last of its dry run was written down.
      const ended = { status: ImportRunStatus.CANCELLED, endedAt: new Date() };
      await this.store.change(run.scope, run.id, UNFINISHED, ended);
      await this.letGo(run);
    }
  }

  private next(): void {
    if (this.stopping) return;
    const running = [...this.held.values()].filter(({ state }) => state === 'running');
    const busy = new Set(running.map(({ scope }) => scope.territoryId));
    let room = this.settings.importsAtOnce - running.length;
    const waiting = [...this.held.values()].filter(({ state }) => state === 'waiting');
    for (const run of waiting.sort((a, b) => a.since - b.since)) {
      if (room <= 0) return;
      if (busy.has(run.scope.territoryId)) continue;
      busy.add(run.scope.territoryId);
      room--;
      run.state = 'running';
      this.attempt(this.work(run));
    }
  }

  private async work(run: HeldRun): Promise<void> {
    const { database, databaseUrl, store } = this;
    try {
      const needed = await runStep(run, { database, databaseUrl, store });
      Object.assign(run, { state: 'checked', since: Date.now() });
      if (!needed) await this.letGo(run);
      // A word that came while the dry run was being written down.
      else await this.follow(run);
    } catch (error) {
      this.log.error({ err: error, run: run.id }, 'an import failed');
      const failed = { status: ImportRunStatus.INTERRUPTED, endedAt: new Date(), progress: null };
      await store.change(run.scope, run.id, UNFINISHED, failed).catch(() => {});
      await this.letGo(run);
    } finally {
      this.next();
    }
  }

  private async letGo(run: HeldRun): Promise<void> {
    this.held.delete(run.id);
    await this.files.remove(run.id);
  }

  private async lookAround(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      await interruptRuns(client);
      await this.files.removeLeftovers((holder) => isGone(client, holder));
    } finally {
      await client.end();
    }
    for (const run of this.held.values())
      if (run.state === 'checked' && Date.now() - run.since > PATIENCE_MILLISECONDS)
        await this.store.change(run.scope, run.id, UNFINISHED, {
          status: ImportRunStatus.CANCELLED,
          endedAt: new Date(),
        });
  }

  private attempt(work: Promise<void>): void {
    const done = work
      .catch((error: unknown) => this.log.error({ err: error }, 'imports could not be looked after'))
      .finally(() => this.working.delete(done));
    this.working.add(done);
  }
}
