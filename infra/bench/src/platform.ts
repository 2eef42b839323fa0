import type { ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@ancrage/testing/free-port';
import type { Cluster } from './cluster.js';
import { startProgram, stopProgram } from './process.js';
import { ROOT } from './root.js';

export interface Platform {
  gatewayUrl: string;
  /** The reference page, and the hash under which the gateway trusts it. */
  referencePage: { text: string; hash: string };
  /** Processes between the client and the database. */
  pids: number[];
  stop(): Promise<void>;
}

/** Gateway and subgraphs as they run in production, each in its own process. */
export async function startPlatform(cluster: Cluster): Promise<Platform> {
  const ports = await freePorts(4);
  const [territory, directory, accompaniment, gateway] = ports as [number, number, number, number];
  const GATEWAY_SECRET = randomBytes(24).toString('hex');
  const shared = { GATEWAY_SECRET, LOG_LEVEL: 'warn', NODE_ENV: 'production' };
  const subgraphs = { territory, directory, accompaniment };
  const children: ChildProcess[] = await Promise.all(
    Object.entries(subgraphs).map(([name, port]) => {
      const { appUrl, ownerUrl } = cluster.databases[name as keyof typeof subgraphs];
      const prefix = name.toUpperCase();
      return startProgram(join(ROOT, 'services', name, 'dist/main.js'), {
        ...shared,
        PORT: String(port),
        [`${prefix}_DATABASE_URL`]: appUrl,
        [`${prefix}_DATABASE_OWNER_URL`]: ownerUrl,
      });
    }),
  );
  const url = (port: number) => `http://127.0.0.1:${port}`;
  const referencePage = await readReferencePage();
  children.push(
    await startProgram(join(ROOT, 'gateway/dist/main.js'), {
      ...shared,
      PORT: String(gateway),
      LOCAL_RUN: 'true',
      TERRITORY_URL: url(territory),
      DIRECTORY_URL: url(directory),
      ACCOMPANIMENT_URL: url(accompaniment),
      // No request of the bench carries a token, so nobody has to be there.
      IDENTITY_URL: url(gateway),
      TRUSTED_DOCUMENTS: await writeTrustedDocuments(referencePage),
    }),
  );
  return {
    gatewayUrl: url(gateway),
    referencePage,
    pids: children.map(({ pid }) => pid as number),
    stop: async () => {
      for (const child of children.reverse()) await stopProgram(child);
    },
  };
}

async function readReferencePage(): Promise<Platform['referencePage']> {
  const text = await readFile(join(ROOT, 'packages/testing/contract/communes-page.graphql'), 'utf8');
  return { text, hash: createHash('sha256').update(text).digest('hex') };
}

async function writeTrustedDocuments({ hash, text }: Platform['referencePage']): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'ancrage-bench-')), 'trusted-documents.json');
  await writeFile(path, JSON.stringify({ [hash]: text }));
  return path;
}
