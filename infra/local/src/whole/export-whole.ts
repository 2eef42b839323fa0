import { createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { SERVICES, type ServiceName } from '@ancrage/postgres/databases';
import { archive } from '@ancrage/tenant/archive';
import type { Frame } from '@ancrage/tenant/frames';
import { tenantFrames } from '@ancrage/tenant/tenant-frames';
import { type DatabaseUrls, LocalRunError } from '../settings.js';
import { connect, findTerritory, type Territory } from './acting.js';

/** Writes all that the four databases have of a territory into one ZIP; the file is there whole, or not at all. */
export async function exportWhole(databases: DatabaseUrls, slug: string, path: string): Promise<Territory> {
  const territory = await findTerritory(databases, slug);
  if (await isThere(path)) throw new LocalRunError(`${path} is there already.`);
  // Whoever is stopped on the way leaves this one behind, which nobody takes for a copy.
  const unfinished = `${path}.part`;
  const parts = SERVICES.map((service) => ({
    service,
    open: () => framesOf(databases, service, territory.id),
  }));
  try {
    await pipeline(archive(territory, parts), createWriteStream(unfinished, { mode: 0o600 }));
    await rename(unfinished, path);
    return territory;
  } catch (error) {
    await rm(unfinished, { force: true });
    // A folder that there is not, a disk that is full: whoever typed the command knows what to do.
    if ((error as { syscall?: string }).syscall)
      throw new LocalRunError(`Nothing was written: ${(error as Error).message}`);
    throw error;
  }
}

/** Hangs up when all was given, and when nobody wants the rest. */
async function* framesOf(databases: DatabaseUrls, service: ServiceName, id: string): AsyncGenerator<Frame> {
  const client = await connect(databases, service, id);
  try {
    yield* tenantFrames(client, service, id);
  } finally {
    await client.end();
  }
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
