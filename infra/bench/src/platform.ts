import type { ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@ancrage/testing/free-port';
import type { Cluster } from './cluster.js';
import { startProgram, stopProgram } from './process.js';
import { ROOT } from './root.js';

/** A document, and the hash under which the gateway trusts it. */
export interface TrustedDocument {
  text: string;
  hash: string;
}

export interface Platform {
  gatewayUrl: string;
  /** The reference page, and the hash under which the gateway trusts it. */
  referencePage: TrustedDocument;
  /** The search in the directory, trusted too. */
  directory: TrustedDocument;
  /** What a region's tools ask, trusted as well. */
  regionIndicators: TrustedDocument;
  /** The same front door with a site before it: what a browser opens. */
  startSite(): Promise<{ port: number; stop(): Promise<void> }>;
  /** Processes between the client and the database. */
  pids: number[];
  stop(): Promise<void>;
}

/** Each in its own process, or the gateway and the subgraphs in one (infra/one-process). */
export type Topology = 'apart' | 'together';

/** Gateway and subgraphs as they run in production. */
export async function startPlatform(cluster: Cluster, topology: Topology): Promise<Platform> {
  const ports = await freePorts(4);
  const [territory, directory, accompaniment, gateway] = ports as [number, number, number, number];
  const referencePage = await readDocument('communes-page');
  const directoryPage = await readDocument('directory');
  const regionIndicators = await readDocument('region-indicators');
  const url = (port: number) => `http://127.0.0.1:${port}`;
  const shared = {
    GATEWAY_SECRET: randomBytes(24).toString('hex'),
    LINK_SECRET: randomBytes(24).toString('hex'),
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
    ...databaseUrls(cluster),
  };
  const frontDoor = {
    ...shared,
    PORT: String(gateway),
    LOCAL_RUN: 'true',
    // No request of the bench carries a token, so nobody has to be there.
    IDENTITY_URL: url(gateway),
    TRUSTED_DOCUMENTS: await writeTrustedDocuments(referencePage, directoryPage, regionIndicators),
  };
  const start = async (): Promise<ChildProcess[]> => {
    if (topology === 'together')
      return [await startProgram(join(ROOT, 'infra/one-process/dist/main.js'), frontDoor)];
    const subgraphs = Object.entries({ territory, directory, accompaniment });
    const started = await Promise.all(
      subgraphs.map(([name, port]) =>
        startProgram(join(ROOT, 'services', name, 'dist/main.js'), { ...shared, PORT: String(port) }),
      ),
    );
    const urls = Object.fromEntries(
      subgraphs.map(([name, port]) => [`${name.toUpperCase()}_URL`, url(port)]),
    );
    return [...started, await startProgram(join(ROOT, 'gateway/dist/main.js'), { ...frontDoor, ...urls })];
  };
  const children = await start();
  return {
    gatewayUrl: url(gateway),
    referencePage,
    directory: directoryPage,
    regionIndicators,
    pids: children.map(({ pid }) => pid as number),
    startSite: async () => {
      const [port] = (await freePorts(1)) as [number];
      const site = await startProgram(join(ROOT, 'web/build/server/main.js'), {
        PORT: String(port),
        GATEWAY_URL: url(gateway),
        IDENTITY_URL: url(gateway),
        LOCAL_RUN: 'true',
        LOG_LEVEL: 'warn',
        NODE_ENV: 'production',
      });
      return { port, stop: () => stopProgram(site) };
    },
    stop: async () => {
      for (const child of children.reverse()) await stopProgram(child);
    },
  };
}

function databaseUrls({ databases }: Cluster): Record<string, string> {
  return Object.fromEntries(
    Object.entries(databases).flatMap(([name, { appUrl, ownerUrl }]) => [
      [`${name.toUpperCase()}_DATABASE_URL`, appUrl],
      [`${name.toUpperCase()}_DATABASE_OWNER_URL`, ownerUrl],
    ]),
  );
}

async function readDocument(name: string): Promise<TrustedDocument> {
  const text = await readFile(join(ROOT, `packages/testing/contract/${name}.graphql`), 'utf8');
  return { text, hash: createHash('sha256').update(text).digest('hex') };
}

async function writeTrustedDocuments(...documents: TrustedDocument[]): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'ancrage-bench-')), 'trusted-documents.json');
  const ofTheSite = await readFile(join(ROOT, 'gateway/trusted-documents.json'), 'utf8');
  const added = Object.fromEntries(documents.map(({ hash, text }) => [hash, text]));
  await writeFile(path, JSON.stringify({ ...JSON.parse(ofTheSite), ...added }));
  return path;
}
