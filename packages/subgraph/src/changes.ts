import { EventEmitter, on } from 'node:events';
import type { TriggerDef } from '@mikro-orm/core';
import pg from 'pg';
import type { Logger } from './logging.js';

/** Channel on which committed writes name the territory they touched. */
export const CHANGES_CHANNEL = 'territory_changed';

/** Trigger of every table whose content shows in public: tells caches, at commit, that a territory changed. */
export const announceChange: TriggerDef = {
  name: 'announce_change',
  timing: 'after',
  events: ['insert', 'update', 'delete'],
  forEach: 'statement',
  body: `perform pg_notify('${CHANGES_CHANNEL}', coalesce(nullif(current_setting('app.territory_id', true), ''), '*')); return null`,
};

/** Payload that stands for any: notifications may have been missed while the connection was down. */
export const ANYTHING = '*';

/** Emits, per channel, the payloads that PostgreSQL notifies, and `*` on each when some may have been missed. */
export interface Listener {
  events: EventEmitter;
  /**
   * Resolves once every change committed before the call has been emitted; false when that cannot be known. PostgreSQL
   * hands a connection its notifications before it answers the next statement on it.
   */
  caughtUp(): Promise<boolean>;
  close(): Promise<void>;
}

const RETRY_MILLISECONDS = 1000;
/** A connection that does not answer a statement without a word in that time is taken for broken. */
const SILENCE_MILLISECONDS = 5000;

/** Listens on a connection of its own (LISTEN does not survive a pooler) and reconnects for as long as it is open. */
export function listen(url: string, channels: string[], log: Logger): Listener {
  const events = new EventEmitter().setMaxListeners(0);
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;
  let following = false;

  const announceAnything = () => {
    for (const channel of channels) events.emit(channel, ANYTHING);
  };
  const again = () => {
    following = false;
    clearTimeout(retry);
    client?.removeAllListeners();
    client?.on('error', () => {});
    client?.end().catch(() => {});
    client = undefined;
    announceAnything();
    if (!closed) retry = setTimeout(connect, RETRY_MILLISECONDS);
  };
  const connect = async () => {
    client = new pg.Client({ connectionString: url, keepAlive: true, query_timeout: SILENCE_MILLISECONDS });
    client.on('error', again);
    client.on('notification', ({ channel, payload }) => events.emit(channel, payload ?? ''));
    try {
      await client.connect();
      for (const channel of channels) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      following = true;
      announceAnything();
    } catch (error) {
      log.warn({ err: error }, 'notifications are interrupted, trying again');
      again();
    }
  };
  void connect();
  return {
    events,
    caughtUp: async () => {
      const asked = client;
      if (!following || !asked) return false;
      try {
        await asked.query('select');
      } catch {
        if (asked === client && !closed) again();
      }
      return following && asked === client;
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      client?.removeAllListeners('error').on('error', () => {});
      await client?.end().catch(() => {});
    },
  };
}

/** Payloads of one channel as they come, until the iterator is closed. `accept` leaves out those of others. */
export function notifications(
  listener: Listener,
  channel: string,
  accept: (payload: string) => boolean,
): AsyncIterableIterator<string> {
  // An async generator could not be closed while it waits for the next event; this iterator can.
  const source = on(listener.events, channel) as AsyncIterableIterator<[string]>;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      for (;;) {
        const { done, value } = await source.next();
        if (done) return { done: true, value: undefined };
        if (accept(value[0])) return { done: false, value: value[0] };
      }
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
  };
}
