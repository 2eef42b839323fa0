import type { Server } from 'node:http';

/** What this package knows of a subgraph: it runs the services, and must not import them. */
export interface Room {
  server: Server;
  execute(body: string, origin: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

export interface FrontDoor {
  listen(): Promise<{ address: string; port: number }>;
  stop(): Promise<void>;
}

interface SubgraphModules {
  readEnv(source: NodeJS.ProcessEnv): unknown;
  createApp(env: unknown): Promise<Room>;
}

interface GatewayModules {
  readEnvironment(source: NodeJS.ProcessEnv): unknown;
  createGateway(env: unknown, options: { neighbours: Record<string, Room['execute']> }): Promise<FrontDoor>;
}

const ROOT = new URL('../../../', import.meta.url);
const load = (path: string): Promise<object> => import(new URL(path, ROOT).href);

export async function loadSubgraph(name: string): Promise<SubgraphModules> {
  const [env, app] = await Promise.all([
    load(`services/${name}/dist/env.js`),
    load(`services/${name}/dist/app.js`),
  ]);
  return { ...env, ...app } as SubgraphModules;
}

export async function loadGateway(): Promise<GatewayModules> {
  const [env, app] = await Promise.all([load('gateway/dist/env.js'), load('gateway/dist/app.js')]);
  return { ...env, ...app } as GatewayModules;
}
