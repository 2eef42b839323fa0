import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { signStream } from '@ancrage/signature';
import type { RequestContext } from '../request/request.context.js';

export type FileCall = {
  method: 'GET' | 'HEAD' | 'POST';
  /** From the service's root, query string included. */
  path: string;
  headers: Record<string, string>;
  /** Gives the body, once the service wants it. */
  body?: () => Readable;
};

const CONNECTIONS = 64;

/**
 * Carries files to and from a service, byte after byte: nothing is kept on the way. The service is asked first
 * (`Expect: 100-continue`), so that a body it refuses is never sent.
 */
export class FileChannel {
  private readonly root: URL;
  private readonly agent: HttpAgent;

  /** @param answerMs how long the service may take to answer, once it has all it was sent */
  constructor(
    url: string,
    private readonly secret: string,
    private readonly answerMs: number,
  ) {
    this.root = new URL(url);
    const Agent = this.root.protocol === 'https:' ? HttpsAgent : HttpAgent;
    this.agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  }

  /** Resolves with the answer when it begins. Rejects when the body fails, the service does, or `signal` aborts. */
  open(call: FileCall, context: RequestContext, signal: AbortSignal): Promise<IncomingMessage> {
    const { method, body } = call;
    const path = this.root.pathname.replace(/\/$/, '') + call.path;
    const announced = {
      contentType: call.headers['content-type'],
      contentLength: call.headers['content-length'],
    };
    const headers = {
      ...call.headers,
      'accept-language': context.locale,
      ...signStream(this.secret, { method, path, ...announced, ...context }),
      ...(body && { expect: '100-continue' }),
    };
    const send = this.root.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const upstream = send(this.root, { method, path, headers, agent: this.agent, signal });
      let waiting: NodeJS.Timeout | undefined;
      const awaitAnswer = () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => upstream.destroy(new Error('no answer in time')), this.answerMs);
      };
      upstream.once('response', (answer) => {
        clearTimeout(waiting);
        resolve(answer);
      });
      upstream.once('error', (error) => {
        clearTimeout(waiting);
        reject(error);
      });
      awaitAnswer();
      if (!body) return void upstream.end();
      upstream.flushHeaders();
      upstream.once('continue', () => {
        clearTimeout(waiting);
        // Only a finished body makes the service's turn; a failed one has ended the call.
        // Its own failure, before the one that this makes of the connection.
        const source = body().once('error', reject);
        pipeline(source, upstream, (error) => error ?? awaitAnswer());
      });
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
