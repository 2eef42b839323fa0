import type { Logger, Scope, TerritoryCard } from '@ancrage/subgraph';
import type { Connection, Database } from '@ancrage/subgraph/database';
import { cardOf, isClosed } from './territory-cards.js';

/** What is done in one territory on one day (YYYY-MM-DD, in Paris): all of it is kept, or none when it throws. */
export type DailyWork = (
  connection: Connection,
  scope: Scope,
  card: TerritoryCard,
  day: string,
) => Promise<void>;

export interface DailyWorkOptions {
  /**
   * Done in suspended territories too: what forgets people in time. Everything else waits, and is done once they are open
   * again.
   */
  whenClosed?: boolean;
}

const EVERY_MS = 15 * 60_000;
/** Nobody is written to before this hour in metropolitan France. */
const FROM_HOUR = 7;
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });
const HOUR = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  hourCycle: 'h23',
});
const NOBODY: Scope = { territoryId: null, role: 'PUBLIC', userId: null };

/**
 * Works that a service does by itself once a day in each territory, from the morning on, on any number of replicas. Each
 * is one transaction with the note that it was done: what a crash or a failure undid is done again at the next look.
 */
export class DailyJobs {
  private readonly works = new Map<string, { work: DailyWork; whenClosed: boolean }>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly log: Logger,
  ) {}

  /** Has a work done every day. `name` stays the same for as long as the work is the same. */
  everyDay(name: string, work: DailyWork, { whenClosed = false }: DailyWorkOptions = {}): this {
    this.works.set(name, { work, whenClosed });
    return this;
  }

  /** Looks now and every quarter of an hour whether something is to be done. */
  start(): void {
    const look = () => {
      const now = new Date();
      if (Number(HOUR.format(now)) >= FROM_HOUR) void this.run(now);
    };
    this.timer = setInterval(look, EVERY_MS);
    this.timer.unref();
    look();
  }

  /** Does what is still to be done on that day; resolves when it is. */
  run(now = new Date()): Promise<void> {
    const day = DAY.format(now);
    this.running = this.running.then(() => this.round(day));
    return this.running;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async round(day: string): Promise<void> {
    for (const name of this.works.keys()) {
      try {
        const territories = await this.database.read<{ id: string }>(NOBODY, {
          text: 'select id from territories_awaiting($1, $2) as id',
          values: [name, day],
        });
        for (const { id } of territories) await this.do(name, id, day);
      } catch (error) {
        if (!this.stopped) this.log.error({ err: error, job: name }, 'a daily work failed, it is done later');
      }
    }
  }

  private async do(name: string, territoryId: string, day: string): Promise<void> {
    const job = this.works.get(name);
    if (this.stopped || !job) return;
    const scope: Scope = { territoryId, role: 'OPERATOR', userId: null };
    const done = this.database.write(scope, async (connection) => {
      // Whoever is at it holds this; waiting for it would only tell that it is done.
      const lock = await connection.query<{ taken: boolean }>(
        `select pg_try_advisory_xact_lock(hashtextextended('ancrage daily ' || $1 || $2, 0)) as taken`,
        [name, territoryId],
      );
      if (!lock.rows[0]?.taken) return;
      if (!job.whenClosed && (await isClosed(connection, scope))) return;
      const claim = await connection.query(
        `insert into daily_run (territory_id, name, day) values ($1, $2, $3)
         on conflict (territory_id, name) do update set day = excluded.day where daily_run.day < excluded.day`,
        [territoryId, name, day],
      );
      const card = await cardOf(connection, scope);
      if (claim.rowCount === 1 && card) await job.work(connection, scope, card, day);
    });
    await done.catch((error: unknown) => {
      if (!this.stopped)
        this.log.error({ err: error, job: name, territoryId }, 'a daily work failed, it is done later');
    });
  }
}
