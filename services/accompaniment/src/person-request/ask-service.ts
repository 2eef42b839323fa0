import { randomUUID } from 'node:crypto';
import { signRequest } from '@ancrage/signature';
import { PERSONAL_DATA_PATH, type PersonalDataAnswer } from '@ancrage/signature/personal-data';
import type { AskService } from './person-requests.js';

/** Longer than the gateway waits for a service. */
const TIMEOUT_MS = 30_000;

/** Asks other services through the gateway, which passes signed questions on: none needs to know where the others are. */
export function askThroughGateway(gatewayUrl: string, secret: string): AskService {
  const origin = gatewayUrl.replace(/\/$/, '');
  return async (service, territoryId, ask) => {
    const path = `${PERSONAL_DATA_PATH}/${service}`;
    const body = JSON.stringify(ask);
    const response = await fetch(origin + path, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        ...signRequest(secret, { method: 'POST', path, body, requestId: randomUUID(), territoryId }),
      },
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new Error(`${service} answered ${response.status}`);
    }
    return (await response.json()) as PersonalDataAnswer;
  };
}
