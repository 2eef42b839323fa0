import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { LocalRunError, type LocalSettings, PORT_NAMES, type PortName, portVariable } from '../settings.js';
import { postgresDirectory } from './databases.js';

const PURPOSE: Record<PortName, string> = {
  web: 'le site',
  gateway: 'la passerelle GraphQL',
  territory: 'le service territoire',
  directory: 'le service annuaire',
  accompaniment: 'le service accompagnement',
  identity: "le service d'identité",
  postgres: 'PostgreSQL',
  smtp: "la réception d'e-mails",
  mail: "la lecture d'e-mails",
};

/** Throws one `LocalRunError` that names every port somebody else uses, and what to do. */
export async function checkPorts(settings: LocalSettings, names = PORT_NAMES): Promise<void> {
  const taken: PortName[] = [];
  for (const name of names) {
    if (name === 'postgres' && (await needsNoPostgresPort(settings))) continue;
    if (!(await isFree(settings.ports[name]))) taken.push(name);
  }
  if (taken.length === 0) return;
  const lines = taken.map(
    (name) =>
      `Le port ${settings.ports[name]} (${PURPOSE[name]}) est déjà utilisé : arrêtez le programme qui l'occupe, ` +
      `ou choisissez-en un autre : ${portVariable(name)}=${freeSuggestion(settings, name)} npm start`,
  );
  throw new LocalRunError(lines.join('\n'));
}

/** A server of one's own has its port; one that a killed run left is stopped by the start that follows. */
async function needsNoPostgresPort(settings: LocalSettings): Promise<boolean> {
  if (settings.databases) return true;
  return access(join(postgresDirectory(settings), 'postmaster.pid')).then(
    () => true,
    () => false,
  );
}

const freeSuggestion = ({ ports }: LocalSettings, name: PortName) =>
  ports[name] + (ports[name] > 65_000 ? -100 : 100);

/** Whether both loopback addresses are free: browsers try `localhost` on IPv6 first. */
export async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer().listen({ port, host, exclusive: true });
    const failure = await once(server, 'listening').then(
      () => undefined,
      (error: NodeJS.ErrnoException) => error.code,
    );
    await new Promise((resolve) => server.close(resolve));
    if (failure === 'EADDRINUSE' || failure === 'EACCES') return false;
  }
  return true;
}
