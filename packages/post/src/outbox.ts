import type { Logger, Scope } from '@ancrage/subgraph';
import type { Connection, Database } from '@ancrage/subgraph/database';
import { type LetterDress, mailOf, type WaitingLetter } from './letter-mail.js';
import type { Mailer } from './mailer.js';
import { readRefusal, retryDelay } from './refusal.js';
import { cardOf } from './territory-cards.js';

export interface OutboxParts {
  database: Database;
  /** Table of the letters; what it must have is said in README.md. */
  table: string;
  mailer: Mailer;
  log: Logger;
  /** What letters become besides what their rows say. */
  dress?: LetterDress;
  /** Takes note, in the same transaction, that a mailbox refuses letters for good. */
  refused?: (connection: Connection, scope: Scope, letter: WaitingLetter, problem: string) => Promise<void>;
}

type Outcome = 'NOTHING' | 'SENT' | 'REFUSED' | 'SERVER_DOWN';

const EVERY_MS = 60_000;
/** Letters of one territory before it is the next one's turn. */
const TURN = 20;
const NOBODY: Scope = { territoryId: null, role: 'PUBLIC', userId: null };

/**
 * Sends the letters that wait in a table, each in a transaction that holds its row: replicas never send one twice, and
 * what a crash left unsent waits for the next round. Those of a suspended territory wait until it is open again. It runs when it is woken, and every minute for what is due again.
 */
export class Outbox {
  private readonly timer: NodeJS.Timeout;
  private running: Promise<void> | null = null;
  private woken = false;
  private stopped = false;

  constructor(private readonly parts: OutboxParts) {
    this.timer = setInterval(() => this.wake(), EVERY_MS);
    this.timer.unref();
  }

  /** Says that letters may be due; returns at once. */
  wake(): void {
    this.woken = true;
    if (this.stopped || this.running) return;
    this.running = this.run().finally(() => {
      this.running = null;
      if (this.woken) this.wake();
    });
  }

  /** Takes no further letter, finishes the one in hand, and hangs up. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
    this.parts.mailer.close();
  }

  private async run(): Promise<void> {
    try {
      let more = true;
      while (!this.stopped && (this.woken || more)) {
        this.woken = false;
        more = await this.round();
      }
    } catch (error) {
      if (!this.stopped)
        this.parts.log.error({ err: error }, 'letters were not sent, the next round tries again');
    }
  }

  /** Gives each territory a turn; says whether it is worth going round again. */
  private async round(): Promise<boolean> {
    const { database, table } = this.parts;
    const territories = await database.read<{ id: string }>(NOBODY, {
      text: `select id from ${table}_territories() as id`,
    });
    let handled = false;
    for (const { id } of territories) {
      for (let letter = 0; letter < TURN && !this.stopped; letter++) {
        const outcome = await this.sendNext(id);
        // The others would wait for the same silence, one after the other.
        if (outcome === 'SERVER_DOWN') return false;
        if (outcome === 'NOTHING') break;
        handled = true;
      }
    }
    return handled;
  }

  private sendNext(territoryId: string): Promise<Outcome> {
    const scope: Scope = { territoryId, role: 'OPERATOR', userId: null };
    return this.parts.database.write(scope, async (connection) => {
      const { rows } = await connection.query<WaitingLetter>(
        `select * from ${this.parts.table}
         where territory_id = $1 and sent_at is null and failed_at is null and due_at <= now()
           and not exists (select from territory_card c where c.territory_id = $1 and c.closed_since is not null)
         order by due_at, id limit 1 for update skip locked`,
        [territoryId],
      );
      return rows[0] ? this.send(connection, scope, rows[0]) : 'NOTHING';
    });
  }

  private async send(connection: Connection, scope: Scope, letter: WaitingLetter): Promise<Outcome> {
    const { table, mailer, log, dress, refused } = this.parts;
    const { id } = letter;
    const card = await cardOf(connection, scope);
    const mail = mailOf(letter, card, dress);
    if (card && !mail.html)
      log.warn({ letter: id }, 'a letter leaves as plain text: its page could not be made');
    const failure = await mailer.send(mail).then(() => null, readRefusal);
    if (!failure) {
      const forgotten = letter.content === undefined ? 'body = null' : 'body = null, content = null';
      await connection.query(
        `update ${table} set sent_at = now(), ${forgotten}, problem = null, attempts = attempts + 1 where id = $1`,
        [id],
      );
      return 'SENT';
    }
    const { about, problem } = failure;
    const attempts = letter.attempts + 1;
    // Names the letter, not its reader: what the server says may hold the address.
    log.warn({ letter: id, attempts, about }, 'a letter was not taken');
    await connection.query(
      `update ${table} set attempts = $2, problem = $3, due_at = now() + $4 * interval '1 second',
         tried_since = coalesce(tried_since, now()),
         failed_at = case when $5 or tried_since <= now() - interval '2 days' then now() end
       where id = $1`,
      [id, attempts, problem, retryDelay(failure, attempts), about === 'RECIPIENT'],
    );
    if (about === 'RECIPIENT') await refused?.(connection, scope, letter, problem);
    return about === 'SERVER' ? 'SERVER_DOWN' : 'REFUSED';
  }
}
