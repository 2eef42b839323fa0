import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalRunError } from './settings.js';

/** What a local run keeps secret; made at random once per folder, never written in code. */
export interface Secrets {
  /** Signs the gateway's requests to the services. */
  gateway: string;
  /** Signs identity's cookies and links. */
  identity: string;
  /** Password of PostgreSQL's superuser. */
  postgres: string;
  /** Password of the services' database roles. */
  services: string;
}

const NAMES: (keyof Secrets)[] = ['gateway', 'identity', 'postgres', 'services'];

/** Reads the folder's secrets, or makes them the first time. */
export async function loadSecrets(dataDirectory: string): Promise<Secrets> {
  const path = join(dataDirectory, 'secrets.json');
  const kept = await readFile(path, 'utf8').catch(() => undefined);
  if (kept !== undefined) return parse(kept, path);
  const secrets = Object.fromEntries(
    NAMES.map((name) => [name, randomBytes(32).toString('hex')]),
  ) as unknown as Secrets;
  await mkdir(dataDirectory, { recursive: true });
  await writeFile(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

function parse(text: string, path: string): Secrets {
  try {
    const secrets = JSON.parse(text) as Secrets;
    if (NAMES.every((name) => typeof secrets[name] === 'string' && secrets[name].length >= 32))
      return secrets;
  } catch {}
  throw new LocalRunError(
    `${path} est illisible. Restaurez ce fichier, ou supprimez le dossier qui le contient pour repartir de zéro.`,
  );
}
