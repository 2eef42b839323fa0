import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { AccompanimentWorld } from './accompaniment-world.js';

interface Asked {
  service: string;
  viewer: { role: string } | null;
  territoryId: string;
  variables: unknown;
}

const ANSWERS: Record<string, object> = {
  directory: {
    _entities: [{ directoryIndicatorsOn: { solosIdentified: 78, solosPublished: 40 } }],
    soloRecord: { contact: { email: 'Jeanne@Atelier.example', phone: '05 61 02 03 04' } },
  },
  territory: {
    territory: {
      offerIndicators: { communesQualified: 12, fibreShare: 0.5 },
      communes: [{ code: '09030' }, { code: '09122' }],
    },
  },
};

/**
 * Stands for the gateway: answers for the directory, which knows one solo, and for the offer, which knows two communes;
 * nothing for the one that is down.
 */
export class FiguresGateway {
  readonly asked: Asked[] = [];
  readonly down = new Set<string>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FiguresGateway> {
    const server = createServer();
    const gateway = new FiguresGateway(server);
    server.on('request', async (request: IncomingMessage, response) => {
      const service = request.url?.split('/').at(-1) ?? '';
      const { variables } = (await json(request)) as { variables: unknown };
      const viewer = request.headers['x-ancrage-viewer'];
      gateway.asked.push({
        service,
        variables,
        viewer: viewer ? JSON.parse(Buffer.from(String(viewer), 'base64url').toString()) : null,
        territoryId: String(request.headers['x-ancrage-territory']),
      });
      if (gateway.down.has(service)) response.writeHead(503).end('{}');
      else response.end(JSON.stringify({ data: ANSWERS[service] }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return gateway;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }
}

/** A world beside which the other services answer; `close` ends both. */
export async function worldAmongNeighbours() {
  const gateway = await FiguresGateway.start();
  const world = await AccompanimentWorld.create(null, null, gateway.url);
  const close = async () => {
    await world.close();
    gateway.close();
  };
  return { world, gateway, close };
}
