import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { verifyRequest } from '@ancrage/signature';
import { PERSONAL_DATA_PATH } from '@ancrage/signature/personal-data';
import { Refusal } from '../refusals.js';
import type { ServiceClient } from '../upstream/service.client.js';

/** Longer than any question about one person. */
const LONGEST_BYTES = 20_000;

/**
 * Passes what one service asks of the others about a person on to them: `/internal/personal-data/<service>`. It takes
 * what is signed with the gateway's own secret, and looks like nothing at all to everybody else.
 */
export class PersonalDataRelay {
  private readonly services: ReadonlyMap<string, ServiceClient>;

  constructor(
    private readonly secret: string,
    services: readonly ServiceClient[],
  ) {
    this.services = new Map(services.map((service) => [service.name, service]));
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const service = this.services.get(path.slice(PERSONAL_DATA_PATH.length + 1));
    const announced = Number(request.headers['content-length'] ?? Number.NaN);
    if (!service || request.method !== 'POST' || !(announced <= LONGEST_BYTES)) throw new Refusal('PATH');
    const body = await buffer(request);
    const verified = verifyRequest(this.secret, request.headers, { method: 'POST', path, body });
    if (!verified.ok) throw new Refusal('PATH');
    const { requestId, territoryId, territory } = verified;
    const answer = await service
      .send(
        { method: 'POST', path: PERSONAL_DATA_PATH, body: body.toString('utf8') },
        { requestId, territoryId, territory, viewer: null, locale: 'fr' },
      )
      .catch((cause: unknown) => {
        throw new Refusal('UNAVAILABLE', undefined, { cause });
      });
    response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8' }).end(answer.text);
  }
}
