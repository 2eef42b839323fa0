import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Operation } from '../documents/operation.js';
import type { Variables } from '../execution/engine.js';
import { Refusal } from '../refusals.js';
import type { ConnectionCount } from '../request/connection.count.js';
import type { MaskedResult } from '../request/error.mask.js';
import type { Identified } from '../request/identification.js';
import type { OperationRunner } from '../request/operation.runner.js';
import { EventStreamWriter } from './event-stream.writer.js';

/** The operations that are being answered as server-sent events. */
export class EventStreams {
  private readonly writers = new Set<EventStreamWriter>();

  constructor(
    private readonly runner: OperationRunner,
    private readonly connections: ConnectionCount,
  ) {}

  /** Answers an operation as a stream; resolves when it ends. Throws a `Refusal` when it cannot start. */
  async open(
    _request: IncomingMessage,
    response: ServerResponse,
    operation: Operation,
    variables: Variables,
    { context, expiresAt }: Identified,
  ): Promise<void> {
    this.connections.enter();
    response.once('close', () => this.connections.leave());
    const outcome = await this.runner.run(operation, variables, context);
    const writer = new EventStreamWriter(response);
    if (!(Symbol.asyncIterator in outcome)) return writer.complete(outcome);
    this.writers.add(writer);
    const expire = () =>
      writer.complete({ errors: [new Refusal('TOKEN').toJSON(context.locale, context.requestId)] });
    const expiry = expiresAt === null ? undefined : setTimeout(expire, expiresAt - Date.now());
    try {
      await writer.send(outcome, (result: MaskedResult) => result);
      writer.complete();
    } finally {
      clearTimeout(expiry);
      this.writers.delete(writer);
    }
  }

  /** Completes every stream: clients open theirs again, elsewhere or here later. */
  stop(): void {
    for (const writer of this.writers) writer.complete();
  }
}
