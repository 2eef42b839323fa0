import { randomInt } from 'node:crypto';
import type { Logger } from '@ancrage/subgraph';
import pg from 'pg';

/** First half of the lock's name, so that it is nobody else's. */
export const HOLDER_LOCK = "hashtext('ancrage import holder')";
const RETRY_MILLISECONDS = 1000;

/**
 * Shows that this process lives, and so do the imports whose files it holds: by an advisory lock, which PostgreSQL
 * takes back the moment the process is gone, however it went.
 */
export class RunHolder {
  /** What runs remember it by. */
  readonly number = randomInt(1, 2 ** 31 - 1);
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly log: Logger,
  ) {}

  /** Resolves when the lock is held. */
  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl, keepAlive: true });
    client.on('error', () => this.again());
    this.client = client;
    await client.connect();
    await client.query(`select pg_advisory_lock(${HOLDER_LOCK}, $1)`, [this.number]);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    this.client?.removeAllListeners('error').on('error', () => {});
    await this.client?.end().catch(() => {});
  }

  private again(): void {
    this.client?.removeAllListeners('error').on('error', () => {});
    this.client?.end().catch(() => {});
    if (this.closed) return;
    this.retry = setTimeout(() => {
      this.open().catch((error: unknown) => {
        this.log.warn({ err: error }, 'imports cannot show that they live, trying again');
        this.again();
      });
    }, RETRY_MILLISECONDS);
  }
}
