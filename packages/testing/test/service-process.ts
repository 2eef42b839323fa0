import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ServiceDatabase, ServiceName } from '@ancrage/postgres/databases';
import { freePort } from '../src/free-port.js';
import { ROOT } from '../src/root.js';
import { type SignedClientOptions, signedClient } from '../src/subgraph/signed-client.js';

const SECRET = 'a secret that only these tests know';

/** Settings with which a service starts on a database. */
export function serviceSettings(
  service: ServiceName,
  database: ServiceDatabase,
  port: number,
): Record<string, string> {
  const prefix = service.toUpperCase();
  return {
    PORT: String(port),
    LOG_LEVEL: 'warn',
    GATEWAY_SECRET: SECRET,
    [`${prefix}_DATABASE_URL`]: database.appUrl,
    [`${prefix}_DATABASE_OWNER_URL`]: database.ownerUrl,
    ...(service !== 'identity' && { LINK_SECRET: SECRET }),
    ...(service === 'identity' && {
      IDENTITY_SECRET: SECRET,
      SMTP_URL: 'smtp://127.0.0.1:2525',
      MAIL_FROM: 'Ancrage <ne-pas-repondre@ancrage.test>',
      PUBLIC_HOSTS: 'localhost:3000',
    }),
  };
}

/** Runs a built entry point with exactly these settings. */
export function runEntry(script: string, settings: Record<string, string>) {
  const child = spawn(process.execPath, [join(ROOT, script)], {
    env: { PATH: process.env['PATH'] ?? '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  // The exit may come before the last of what was printed; the close comes after both.
  const closed = once(child, 'close') as Promise<[number | null]>;
  return { child, printed: () => printed, closed };
}

/** Starts a service in a process of its own, as production does. */
export async function startService(service: ServiceName, database: ServiceDatabase) {
  const port = await freePort();
  const entry = runEntry(`services/${service}/dist/main.js`, serviceSettings(service, database, port));
  const url = `http://127.0.0.1:${port}`;
  return {
    /** Asks it as the gateway does. */
    client: (as: Omit<SignedClientOptions, 'url' | 'secret'>) => signedClient({ url, secret: SECRET, ...as }),
    async ready(): Promise<void> {
      for (;;) {
        if (entry.child.exitCode !== null) throw new Error(`${service} ended:\n${entry.printed()}`);
        // Alive and migrated; whether mail can be sent is another question.
        const answer = await fetch(`${url}/health`).catch(() => undefined);
        await answer?.body?.cancel();
        if (answer?.ok) return;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    async stop(): Promise<void> {
      entry.child.kill('SIGTERM');
      await entry.closed;
    },
    /** Ends it at once, in the middle of whatever it does. */
    async kill(): Promise<void> {
      entry.child.kill('SIGKILL');
      await entry.closed;
    },
  };
}
