import { EnvironmentError } from './environment.js';
import type { Subgraph } from './server.js';

/** Starts a process around `create`, says plainly what prevents it, and stops it in order on SIGTERM or SIGINT. */
export async function runProcess(
  listenOn: { port: number; host: string },
  create: () => Promise<Subgraph>,
): Promise<void> {
  const subgraph = await create();
  subgraph.server.once('error', fail);
  subgraph.server.listen(listenOn.port, listenOn.host);
  const stop = () => void subgraph.stop().then(() => process.exit(0), fail);
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

/** Ends the process with one line for what an operator can repair, and the whole error for what is a fault of ours. */
export function fail(error: unknown): never {
  const { code, port } = error as { code?: string; port?: number };
  if (error instanceof EnvironmentError) console.error(error.message);
  else if (code === 'EADDRINUSE')
    console.error(`Port ${port} is already in use: stop what uses it, or set PORT.`);
  else if (code === 'ECONNREFUSED')
    console.error(
      'The database does not answer: check that PostgreSQL runs and the *_DATABASE_URL settings.',
    );
  else if (code === '28P01')
    console.error(
      'The database refuses the login: check the user and password of the *_DATABASE_URL settings.',
    );
  else if (code === '3D000')
    console.error('The database does not exist: create it and its roles (infra/postgres/README.md).');
  else console.error(error);
  process.exit(1);
}
