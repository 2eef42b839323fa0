import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { ServiceDatabase } from '@ancrage/postgres/databases';
import type { Subgraph } from '@ancrage/subgraph';
import type { SubgraphEnvironment } from '@ancrage/subgraph/environment';
import { type SignedClient, type SignedClientOptions, signedClient } from './signed-client.js';

export interface RunningSubgraph {
  url: string;
  secret: string;
  /** A client that signs for a territory and a viewer; without them, an anonymous request about none. */
  client(as?: Omit<SignedClientOptions, 'url' | 'secret'>): SignedClient;
  stop(): Promise<void>;
}

/** Starts a subgraph on a free port, in this process; `own` are the settings that it alone has. */
export async function startSubgraph<Own extends object = object>(
  createApp: (env: SubgraphEnvironment & Own) => Promise<Subgraph>,
  database: ServiceDatabase,
  ...[own]: object extends Own ? [own?: Own] : [own: Own]
): Promise<RunningSubgraph> {
  const secret = randomBytes(32).toString('hex');
  const subgraph = await createApp({
    ...(own as Own),
    port: 0,
    host: '127.0.0.1',
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    gatewaySecret: secret,
    logLevel: 'silent',
    localRun: true,
  });
  subgraph.server.listen(0, '127.0.0.1');
  await once(subgraph.server, 'listening');
  const url = `http://127.0.0.1:${(subgraph.server.address() as AddressInfo).port}`;
  return {
    url,
    secret,
    client: (as = {}) => signedClient({ url, secret, ...as }),
    stop: () => subgraph.stop(),
  };
}
