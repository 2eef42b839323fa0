import { pino } from 'pino';
import { createApp } from './app.js';
import { readEnv } from './env.js';
import { fail } from './failure.js';

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const log = pino({ name: 'identity', level: env.LOG_LEVEL });
  const { server, stop } = await createApp(env, log);
  server.once('error', fail);
  server.listen(env.PORT, env.HOST, () => log.info({ host: env.HOST, port: env.PORT }, 'listening'));
  const end = () => void stop().then(() => process.exit(0), fail);
  process.once('SIGTERM', end).once('SIGINT', end);
}

main().catch(fail);
