import { signRequest } from '@ancrage/signature';
import { type Dispatcher, Pool } from 'undici';
import type { RequestContext } from '../request/request.context.js';

export type Call = {
  method: 'GET' | 'HEAD' | 'POST';
  /** From the service's root, query string included. */
  path: string;
  body?: string;
  headers?: Record<string, string>;
};
export type Answer = { status: number; text: string };

/** Connections kept to a service for short calls; more callers than that wait their turn in the pool. */
const CONNECTIONS = 64;
const CONNECT_TIMEOUT_MS = 2_000;

/**
 * One service behind the gateway. Every call is signed with the request it is made for, so that the service knows
 * its caller, its viewer and its territory.
 */
export class ServiceClient {
  private readonly prefix: string;
  private readonly calls: Pool;
  /** Streams last for hours: apart from the calls, they cannot starve them of connections. */
  private readonly streams: Pool;

  constructor(
    readonly name: string,
    url: string,
    private readonly secret: string,
    timeoutMs: number,
  ) {
    const { origin, pathname } = new URL(url);
    this.prefix = pathname === '/' ? '' : pathname.replace(/\/$/, '');
    const connect = { timeout: CONNECT_TIMEOUT_MS };
    const timeouts = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
    this.calls = new Pool(origin, { connections: CONNECTIONS, connect, ...timeouts });
    this.streams = new Pool(origin, { connect, ...timeouts });
  }

  /** Sends a call and reads its whole answer. Rejects when the service does not answer in time. */
  send(call: Call, context: RequestContext): Promise<Answer> {
    // undici's dispatch spares a stream and two promises per call, on the hottest path of the platform.
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let status = 0;
      this.calls.dispatch(this.signed(call, context), {
        onRequestStart() {},
        onResponseStart(_controller, statusCode) {
          status = statusCode;
        },
        onResponseData(_controller, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
          resolve({ status, text: body.toString('utf8') });
        },
        onResponseError(_controller, error) {
          reject(error);
        },
      });
    });
  }

  /**
   * Sends a call and gives its answer as a stream.
   * @param silenceMs how long the stream may stay silent; the usual timeout unless said
   */
  stream(call: Call, context: RequestContext, options: { silenceMs?: number; signal?: AbortSignal } = {}) {
    return this.streams.request({
      ...this.signed(call, context),
      ...(options.silenceMs !== undefined && { bodyTimeout: options.silenceMs }),
      ...(options.signal && { signal: options.signal }),
    });
  }

  async close(): Promise<void> {
    await Promise.all([this.calls.close(), this.streams.destroy()]);
  }

  private signed(call: Call, context: RequestContext): Dispatcher.DispatchOptions {
    const path = this.prefix + call.path;
    const { method, body } = call;
    const headers: Record<string, string> = {
      'accept-language': context.locale,
      ...call.headers,
      ...signRequest(this.secret, { method, path, body, ...context }),
    };
    if (body !== undefined) headers['content-type'] = 'application/json';
    return { method, path, body: body ?? null, headers };
  }
}
