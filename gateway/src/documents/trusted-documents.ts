import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const map = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string());

/**
 * Reads the map hash → document that the web's build writes. A map that is not there yet is empty; one that cannot
 * be read stops the start, since every page of the web would fail later.
 */
export async function readTrustedDocuments(path: string | URL): Promise<Record<string, string>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  const documents = parse(text);
  if (!documents) throw new Error(`${path} is not a map of SHA-256 hashes to documents`);
  return documents;
}

function parse(text: string): Record<string, string> | null {
  try {
    return map.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
