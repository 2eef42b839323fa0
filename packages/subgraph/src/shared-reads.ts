import pg from 'pg';
import type { Scope } from './scope.js';
import { ScopedQuery, type ScopedStatement } from './scoped-query.js';

/** Few, so that each is seldom idle: under load, waking a sleeping server process costs more than a short read. */
const CONNECTIONS = 3;

interface Line {
  client: pg.Client;
  ready: Promise<unknown>;
  waiting: number;
}

/**
 * Short reads over shared connections, sent without waiting for the answers before them (pipelining). Each is a
 * transaction of its own, with its own scope; a slow one would keep those behind it waiting, hence short ones alone.
 */
export class SharedReads {
  private lines: Line[] = [];
  private closed = false;

  constructor(private readonly connectionString: string) {}

  async read<Row extends pg.QueryResultRow>(scope: Scope, statement: ScopedStatement): Promise<Row[]> {
    const line = this.shortest();
    line.waiting++;
    try {
      await line.ready;
      return await new Promise<Row[]>((resolve, reject) => {
        const query = new ScopedQuery(statement, scope, (error, result) => {
          if (error) reject(error);
          else resolve(result.rows as Row[]);
        });
        line.client.query(query);
      });
    } catch (error) {
      // Whatever failed may have left a statement half prepared: the line takes no further reads.
      this.drop(line);
      throw error;
    } finally {
      line.waiting--;
      if (line.waiting === 0 && !this.lines.includes(line)) void line.client.end().catch(() => {});
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    const lines = this.lines;
    this.lines = [];
    await Promise.all(lines.map(({ client, ready }) => ready.then(() => client.end()).catch(() => {})));
  }

  /** An idle line, else a new one while there may be more, else the one with fewest reads before the next. */
  private shortest(): Line {
    if (this.closed) throw new Error('the database is closed');
    const best = this.lines.reduce<Line | undefined>(
      (least, line) => (least && least.waiting <= line.waiting ? least : line),
      undefined,
    );
    return best && (best.waiting === 0 || this.lines.length === CONNECTIONS) ? best : this.open();
  }

  private open(): Line {
    const config = { connectionString: this.connectionString, pipeline: true };
    const client = new pg.Client(config as pg.ClientConfig);
    const line: Line = { client, ready: client.connect(), waiting: 0 };
    line.ready.catch(() => {});
    client.on('error', () => this.drop(line));
    client.once('end', () => this.drop(line));
    this.lines.push(line);
    return line;
  }

  private drop(line: Line): void {
    this.lines = this.lines.filter((other) => other !== line);
  }
}
