import type { Logger, Scope } from '@ancrage/subgraph';
import type { Database } from '@ancrage/subgraph/database';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { type Post, sendInvitations } from '../campaign/send-invitations.js';
import { forgetOver } from '../retention/forget-over.js';
import { expireFacts } from './expire-facts.js';

const EVERY_MS = 60_000;
const NOBODY: Scope = { territoryId: null, role: 'PUBLIC', userId: null };

/**
 * What the service does by itself: expired facts are noted, invitations that wait are sent, and once a day what was kept for
 * long enough is forgotten. Each round begins from what the database says, so nothing is lost by a restart, and replicas
 * may all run it.
 */
export class Upkeep {
  private readonly timer: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  /** The last day on which everything that was over was forgotten. */
  private forgottenOn = '';

  constructor(
    private readonly database: Database,
    private readonly log: Logger,
    /** Null without an SMTP server: links are copied instead. */
    private readonly post: Post | null,
  ) {
    this.timer = setInterval(() => this.round(), EVERY_MS);
    this.timer.unref();
    this.round();
  }

  /** Takes a territory's turn at once, after whatever runs. */
  wake(territoryId: string): void {
    this.queue(() => this.tend(territoryId));
  }

  /** Resolves when what was asked for until now is done. */
  settled(): Promise<void> {
    return this.running;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
    this.post?.mailer.close();
  }

  private round(): void {
    this.queue(async () => {
      const territories = await this.database.read<{ id: string }>(NOBODY, {
        text: "select id from territory where status = 'ACTIVE' order by id",
      });
      for (const { id } of territories) await this.tend(id);
      await this.forget(reportingDate());
    });
  }

  /** In every territory: the data of one that is suspended grow old too. */
  private async forget(day: string): Promise<void> {
    if (this.forgottenOn === day) return;
    const territories = await this.database.read<{ id: string }>(NOBODY, {
      text: "select id from territory where status <> 'DELETING' order by id",
    });
    for (const { id } of territories) if (!this.stopped) await forgetOver(this.database, id, day);
    this.forgottenOn = day;
  }

  private async tend(territoryId: string): Promise<void> {
    if (this.stopped) return;
    await expireFacts(this.database, territoryId);
    if (this.post) await sendInvitations(this.database, territoryId, this.post);
  }

  private queue(work: () => Promise<void>): void {
    this.running = this.running.then(work).catch((error: unknown) => {
      if (!this.stopped) this.log.error({ err: error }, 'upkeep failed, the next round tries again');
    });
  }
}
