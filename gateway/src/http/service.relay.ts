import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { verifyRequest } from '@ancrage/signature';
import { MEMBERS_PATH } from '@ancrage/signature/members';
import { PERSONAL_DATA_PATH } from '@ancrage/signature/personal-data';
import { RELAYED_GRAPHQL_PATH } from '@ancrage/signature/relay';
import { Refusal } from '../refusals.js';
import type { ServiceClient } from '../upstream/service.client.js';

/** Longer than anything that one service asks of another. */
const LONGEST_BYTES = 20_000;

/** What a service may ask of another here, and where that one answers it. */
const ANSWERED_AT: Readonly<Record<string, string>> = {
  [PERSONAL_DATA_PATH]: PERSONAL_DATA_PATH,
  [MEMBERS_PATH]: MEMBERS_PATH,
  [RELAYED_GRAPHQL_PATH]: '/graphql',
};

/**
 * Passes what one service asks of another on to it: `/internal/personal-data/<service>`, `/internal/members/identity` and
 * `/internal/graphql/<service>`.
 * It takes what is signed with the gateway's own secret, on behalf of whom that signature says, and looks like nothing at
 * all to everybody else.
 */
export class ServiceRelay {
  private readonly services: ReadonlyMap<string, ServiceClient>;

  constructor(
    private readonly secret: string,
    services: readonly ServiceClient[],
  ) {
    this.services = new Map(services.map((service) => [service.name, service]));
  }

  /** Whether an address is one of those that are relayed. */
  takes(target: string): boolean {
    return target.startsWith('/internal/');
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const cut = path.lastIndexOf('/');
    const service = this.services.get(path.slice(cut + 1));
    const answeredAt = ANSWERED_AT[path.slice(0, cut)];
    const announced = Number(request.headers['content-length'] ?? Number.NaN);
    if (!service || !answeredAt || request.method !== 'POST' || !(announced <= LONGEST_BYTES))
      throw new Refusal('PATH');
    const body = await buffer(request);
    const verified = verifyRequest(this.secret, request.headers, { method: 'POST', path, body });
    if (!verified.ok) throw new Refusal('PATH');
    const { requestId, territoryId, territory, viewer } = verified;
    const answer = await service
      .send(
        { method: 'POST', path: answeredAt, body: body.toString('utf8') },
        { requestId, territoryId, territory, viewer, locale: 'fr' },
      )
      .catch((cause: unknown) => {
        throw new Refusal('UNAVAILABLE', undefined, { cause });
      });
    response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8' }).end(answer.text);
  }
}
