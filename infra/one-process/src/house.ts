import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type FrontDoor, loadGateway, loadSubgraph, type Room } from './rooms.js';

const SUBGRAPHS = ['territory', 'directory', 'accompaniment'] as const;

/** Settings that keep the process from starting, each named once. */
export class SettingsError extends Error {}

export interface House {
  address: { address: string; port: number };
  /** Closes the front door, then the rooms behind it. */
  stop(): Promise<void>;
}

/**
 * Runs the gateway and the subgraphs in this process. Queries pass between them as values; tiles, subscriptions and
 * news of changes go over loopback as they do between processes, signed all the same.
 */
export async function openHouse(environment: NodeJS.ProcessEnv): Promise<House> {
  const problems = new Set<string>();
  const modules = await Promise.all(SUBGRAPHS.map((name) => loadSubgraph(name)));
  // A subgraph listens on a port of its own finding: nobody but this process has to know it.
  const inner = {
    // What one service asks of the others about a person goes through the front door, as between processes.
    GATEWAY_URL: `http://127.0.0.1:${environment['PORT']}`,
    ...environment,
    PORT: '1',
    HOST: '127.0.0.1',
  };
  const settings = modules.map(({ readEnv }) => collect(problems, () => readEnv(inner)));
  const gateway = await loadGateway();
  const urls = (ports: Record<string, number>) =>
    Object.fromEntries(
      SUBGRAPHS.map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${ports[name] ?? 1}`]),
    );
  collect(problems, () => gateway.readEnvironment({ ...environment, ...urls({}) }));
  if (problems.size > 0) throw new SettingsError([...problems].map((problem) => `  - ${problem}`).join('\n'));

  const rooms: Room[] = [];
  const ports: Record<string, number> = {};
  for (const [index, name] of SUBGRAPHS.entries()) {
    const room = (await modules[index]?.createApp(settings[index])) as Room;
    room.server.listen(0, '127.0.0.1');
    await once(room.server, 'listening');
    ports[name] = (room.server.address() as AddressInfo).port;
    rooms.push(room);
  }
  const neighbours = Object.fromEntries(
    SUBGRAPHS.map((name, index) => [name, (rooms[index] as Room).execute]),
  );
  const door: FrontDoor = await gateway.createGateway(
    gateway.readEnvironment({ ...environment, ...urls(ports) }),
    { neighbours },
  );
  return {
    address: await door.listen(),
    stop: async () => {
      await door.stop();
      await Promise.all(rooms.map((room) => room.stop()));
    },
  };
}

/** Each part reads its own settings and throws all that is wrong with them; the person gets one list. */
function collect(problems: Set<string>, read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    const found = (error as { problems?: string[] }).problems;
    if (!found) throw error;
    for (const problem of found) problems.add(problem);
    return undefined;
  }
}
