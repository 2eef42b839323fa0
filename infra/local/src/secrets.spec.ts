import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadSecrets } from './secrets.js';

const folder = await mkdtemp(join(tmpdir(), 'ancrage-secrets-'));
afterAll(() => rm(folder, { recursive: true }));

it('makes secrets once, for this account alone', async () => {
  const directory = join(folder, 'new');
  const secrets = await loadSecrets(directory);
  expect(new Set(Object.values(secrets)).size).toBe(4);
  expect((await stat(join(directory, 'secrets.json'))).mode & 0o777).toBe(0o600);
  expect(await loadSecrets(directory)).toEqual(secrets);
});

it('refuses a file it cannot use, and leaves it as it is', async () => {
  const path = join(folder, 'secrets.json');
  await writeFile(path, '{"gateway":"court"}');
  await expect(loadSecrets(folder)).rejects.toThrow(/secrets\.json est illisible/);
  expect(await readFile(path, 'utf8')).toBe('{"gateway":"court"}');
});
