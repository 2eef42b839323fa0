import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { EventStreamParser } from '../upstream/event-stream.js';
import type { ServiceClient } from '../upstream/service.client.js';

/** The feed sends a heartbeat every 15 seconds; two missed ones and a bit mean that the connection is dead. */
const SILENCE_MS = 40_000;
const SHORTEST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Follows one subgraph's changes for as long as the gateway runs. What happened while the feed was down is unknown,
 * so each new connection counts as a change of everything.
 */
export class ChangesFeed {
  /** True while every change reaches us. */
  connected = false;
  private readonly stopping = new AbortController();
  private following: Promise<void> | undefined;

  constructor(
    private readonly subgraph: ServiceClient,
    private readonly changed: (territoryId: string) => void,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.following = this.follow();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    let pause = SHORTEST_PAUSE_MS;
    while (!signal.aborted) {
      try {
        await this.read(signal, () => {
          pause = SHORTEST_PAUSE_MS;
        });
      } catch (error) {
        if (!signal.aborted)
          this.log.debug({ err: error, subgraph: this.subgraph.name }, 'changes feed failed');
      }
      if (this.connected && !signal.aborted)
        this.log.warn({ subgraph: this.subgraph.name }, 'changes feed lost, cache bypassed');
      this.connected = false;
      await wait(pause, undefined, { signal, ref: false }).catch(() => {});
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  private async read(signal: AbortSignal, onConnected: () => void): Promise<void> {
    const context = { requestId: randomUUID(), territoryId: null, viewer: null, locale: 'fr' } as const;
    const call = { method: 'GET', path: '/changes', headers: { accept: 'text/event-stream' } } as const;
    const response = await this.subgraph.stream(call, context, { silenceMs: SILENCE_MS, signal });
    if (response.statusCode !== 200) {
      await response.body.dump();
      throw new Error(`${this.subgraph.name} answered ${response.statusCode} to /changes`);
    }
    this.changed('*');
    this.connected = true;
    onConnected();
    const parser = new EventStreamParser();
    response.body.setEncoding('utf8');
    for await (const text of response.body) {
      for (const { data } of parser.push(text)) {
        const change: unknown = JSON.parse(data);
        const { territoryId } = change as { territoryId?: unknown };
        this.changed(typeof territoryId === 'string' ? territoryId : '*');
      }
    }
  }
}
