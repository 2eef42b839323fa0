import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTrustedDocuments } from './trusted-documents.js';

const folder = await mkdtemp(join(tmpdir(), 'trusted-'));
const file = async (content: string) => {
  const path = join(folder, 'documents.json');
  await writeFile(path, content);
  return path;
};

it('a map that is not there yet is empty', async () => {
  expect(await readTrustedDocuments(join(folder, 'missing.json'))).toEqual({});
});

it('a map of hashes is read', async () => {
  const documents = { ['a'.repeat(64)]: '{ territory { name } }' };
  expect(await readTrustedDocuments(await file(JSON.stringify(documents)))).toEqual(documents);
});

it.each(['{', '{"short":"{ a }"}', `{"${'a'.repeat(64)}":1}`])('%s stops the start', async (content) => {
  await expect(readTrustedDocuments(await file(content))).rejects.toThrow();
});
