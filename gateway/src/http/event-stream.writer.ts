import type { ServerResponse } from 'node:http';

/** Keeps proxies from taking a silent stream for a dead one. */
const HEARTBEAT_MS = 12_000;

/**
 * Sends the results of a subscription as server-sent events, in the "distinct connections" mode of graphql-sse: one
 * `next` per result, `complete` at the end.
 */
export class EventStreamWriter {
  private readonly heartbeat: NodeJS.Timeout;
  private iterator: AsyncIterator<unknown> | undefined;

  constructor(private readonly response: ServerResponse) {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // nginx would otherwise hold events back until its buffer is full.
      'x-accel-buffering': 'no',
    });
    response.write(':\n\n');
    this.heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
    response.once('close', () => this.stop());
  }

  /** Sends every result; resolves when the subscription or the connection ends. */
  async send<T>(results: AsyncIterator<T>, format: (result: T) => unknown): Promise<void> {
    this.iterator = results;
    if (this.response.destroyed) return this.stop();
    for (let next = await results.next(); !next.done; next = await results.next()) {
      const room = this.response.write(`event: next\ndata: ${JSON.stringify(format(next.value))}\n\n`);
      if (!room) await new Promise((resolve) => this.response.once('drain', resolve).once('close', resolve));
    }
  }

  /** Ends the stream, after a last result if there is one to give. */
  complete(last?: unknown): void {
    if (!this.response.writableEnded) {
      if (last !== undefined) this.response.write(`event: next\ndata: ${JSON.stringify(last)}\n\n`);
      this.response.end('event: complete\ndata:\n\n');
    }
    this.stop();
  }

  private stop(): void {
    clearInterval(this.heartbeat);
    void this.iterator?.return?.();
  }
}
