import { Refusal } from '../refusals.js';

/** Bounds the long-lived connections of this process, over both protocols together. */
export class ConnectionCount {
  private open = 0;

  constructor(private readonly limit: number) {}

  /** Throws RATE_LIMITED when there is no room left. */
  enter(): void {
    if (this.open >= this.limit) throw new Refusal('CONNECTIONS', undefined, { retryAfterSeconds: 5 });
    this.open += 1;
  }

  leave(): void {
    this.open -= 1;
  }
}
