import type { IncomingMessage } from 'node:http';
import type { ApiKeyVerifier } from '../access/api-key.verifier.js';
import type { Operation } from '../documents/operation.js';
import { Refusal } from '../refusals.js';
import type { ClientAddresses } from './address.js';
import type { Identified } from './identification.js';
import type { RateLimiter } from './rate.limiter.js';

/** Counts what each caller sends: by key for those whose key is known to be valid, else by address. */
export class Admission {
  constructor(
    private readonly addresses: ClientAddresses,
    private readonly keys: ApiKeyVerifier,
    private readonly byAddress: RateLimiter,
    private readonly byKey: RateLimiter,
    private readonly changes: RateLimiter,
  ) {}

  /** Throws RATE_LIMITED, with the time to wait, when the caller has sent too much. */
  admit(request: IncomingMessage): void {
    const wait = this.count(request);
    if (wait > 0) throw new Refusal('RATE', undefined, { retryAfterSeconds: wait });
  }

  /** Counts a form that nobody in particular sends, as reports and registrations of visitors are. */
  admitChange(request: IncomingMessage, operation: Operation, identified: Identified): void {
    if (operation.kind === 'mutation') this.admitForm(request, identified);
  }

  /** The same for what is sent by other means than an operation. */
  admitForm(request: IncomingMessage, { context, key }: Identified): void {
    if (context.viewer || key) return;
    const address = this.addresses.of(request);
    const wait = address === null ? 0 : this.changes.take(address);
    if (wait > 0) throw new Refusal('RATE', undefined, { retryAfterSeconds: wait });
  }

  private count(request: IncomingMessage): number {
    // A key nobody has vouched for counts for its address, or guessing keys would go unlimited.
    const given = request.headers['x-api-key'];
    const key = given === undefined ? undefined : this.keys.peek(String(given));
    if (key) return this.byKey.take(key.digest);
    const address = this.addresses.of(request);
    return address === null ? 0 : this.byAddress.take(address);
  }
}
