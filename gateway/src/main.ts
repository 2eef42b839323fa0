import { createGateway, type Gateway } from './app.js';
import { EnvironmentError, type GatewayEnv, readEnvironment } from './env.js';

/** Says in one line why the gateway does not run, and leaves. */
function refuse(reason: string): never {
  process.stderr.write(`gateway: ${reason}\n`);
  process.exit(1);
}

function settings(): GatewayEnv {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    if (error instanceof EnvironmentError) refuse(error.message);
    throw error;
  }
}

async function start(env: GatewayEnv): Promise<Gateway> {
  try {
    const gateway = await createGateway(env);
    const { address: host, port } = await gateway.listen();
    gateway.log.info({ host, port }, 'listening');
    return gateway;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE') refuse(message);
    refuse(`port ${env.PORT} is taken; stop what uses it, or set PORT to another one`);
  }
}

const gateway = await start(settings());
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A second signal is somebody who does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    gateway.stop().then(
      () => process.exit(0),
      (error: unknown) => refuse(String(error)),
    );
  });
}
