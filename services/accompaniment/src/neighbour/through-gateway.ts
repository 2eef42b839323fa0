import { signRequest, type Viewer } from '@ancrage/signature';

/** Longer than the gateway waits for a service. */
const TIMEOUT_MS = 30_000;

export interface Asker {
  requestId: string;
  territoryId: string;
  /** On whose behalf; null for the service itself, which a route answers that no session leads to. */
  viewer: Viewer | null;
}

/** Asks other services through the gateway, which passes signed questions on: none needs to know where the others are. */
export class ThroughGateway {
  private readonly origin: string;

  constructor(
    gatewayUrl: string,
    private readonly secret: string,
  ) {
    this.origin = gatewayUrl.replace(/\/$/, '');
  }

  /** The answer, as JSON; rejects when there is none in time, or when it is not 200. */
  async ask<Answer>(path: string, question: unknown, asker: Asker): Promise<Answer> {
    const body = JSON.stringify(question);
    const response = await fetch(this.origin + path, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        ...signRequest(this.secret, { method: 'POST', path, body, ...asker }),
      },
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new Error(`${path} answered ${response.status}`);
    }
    return (await response.json()) as Answer;
  }
}
