import { cardOf } from '@ancrage/post/territory-cards';
import type { Logger, Scope } from '@ancrage/subgraph';
import type { Database } from '@ancrage/subgraph/database';
import type { HouseholdLinks } from '../household/household-links.js';
import { openSession } from '../registration/offers.js';

/** However far the next end is: a clock that was set right is noticed within this time. */
const LOOK_AT_LEAST_MS = 15 * 60_000;
/** Seats change by hundreds when registrations open; one look tells about all of them. */
const LOOK_AT_MOST_MS = 1000;
const NOBODY: Scope = { territoryId: null, role: 'PUBLIC', userId: null };

/**
 * Lets offers end in time and offers their seats on, on any number of replicas. Nothing is kept in memory but when to look
 * next: the ends are in the database, and whoever starts late does what is overdue. Each offer ends once, since that
 * happens under the lock of its session.
 */
export class OfferEnds {
  private timer: NodeJS.Timeout | undefined;
  private nextLook = Number.POSITIVE_INFINITY;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly links: HouseholdLinks,
    private readonly log: Logger,
  ) {}

  /** Does what is overdue, then waits for the next end. */
  start(): void {
    this.lookAt(Date.now());
  }

  /** Seats have changed: there may be an end that comes before the one that is waited for. */
  wake(): void {
    this.lookAt(Date.now() + LOOK_AT_MOST_MS);
  }

  /** Ends every offer whose time is over by then; resolves when it is done. */
  run(now = new Date()): Promise<void> {
    this.running = this.running.then(() => this.round(now));
    return this.running;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private lookAt(moment: number): void {
    if (this.stopped || this.nextLook <= moment) return;
    clearTimeout(this.timer);
    this.nextLook = moment;
    this.timer = setTimeout(() => void this.look(), Math.max(0, moment - Date.now()));
    this.timer.unref();
  }

  private async look(): Promise<void> {
    this.nextLook = Number.POSITIVE_INFINITY;
    await this.run();
    const ends = await this.ends().catch(() => []);
    const next = Math.min(...ends.map(({ endsAt }) => endsAt.getTime()));
    const now = Date.now();
    // What could not be done just now is tried again a little later, not at once.
    const soonest = now + LOOK_AT_MOST_MS;
    this.lookAt(Math.min(Math.max(next, soonest), now + LOOK_AT_LEAST_MS));
  }

  private ends(): Promise<{ territoryId: string; endsAt: Date }[]> {
    return this.database.read(NOBODY, {
      text: 'select territory_id as "territoryId", ends_at as "endsAt" from next_offer_end()',
    });
  }

  private async round(now: Date): Promise<void> {
    try {
      for (const { territoryId, endsAt } of await this.ends())
        if (endsAt <= now) await this.endIn(territoryId, now);
    } catch (error) {
      if (!this.stopped) this.log.error({ err: error }, 'offers that ended were not passed on, trying again');
    }
  }

  private async endIn(territoryId: string, now: Date): Promise<void> {
    const scope: Scope = { territoryId, role: 'OPERATOR', userId: null };
    const sessions = await this.database.read<{ id: string }>(scope, {
      text: `select distinct session_id as id from registration where status = 'OFFERED' and offer_expires_at <= $1`,
      values: [now],
    });
    for (const { id } of sessions) {
      if (this.stopped) return;
      await this.database.write(scope, async (connection) => {
        const card = await cardOf(connection, scope);
        if (card) await openSession(connection, scope, { card, links: this.links }, id, now);
      });
    }
  }
}
