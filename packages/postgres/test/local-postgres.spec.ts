import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asSuperuser } from '../dist/databases.js';
import { startPostgres } from '../dist/local-postgres.js';

const MODULE = new URL('../dist/local-postgres.js', import.meta.url).href;
const password = 'known to these tests alone';
let folder: string;
let port: number;

beforeAll(async () => {
  // Private to this account, as mktemp makes it: when this is root, PostgreSQL's account may not enter.
  folder = await mkdtemp(join(tmpdir(), 'ancrage-cluster-'));
  port = await freePort();
});
afterAll(() => rm(folder, { recursive: true }));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const options = () => ({ directory: join(folder, 'cluster'), port, password });
const sql = async (url: string, text: string) =>
  (await asSuperuser(url, (client) => client.query<Record<string, unknown>>(text))).rows;

it('keeps what it stored, in a private folder too', async () => {
  const first = await startPostgres(options());
  await sql(first.superuserUrl, 'create table kept as select 42 as answer');
  await first.stop();
  const second = await startPostgres(options());
  expect(await sql(second.superuserUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  await second.stop();
  expect(await readdir(folder)).toEqual(['cluster']);
});

it('takes over from a server that a killed process left', async () => {
  const script = `import { startPostgres } from ${JSON.stringify(MODULE)};
    const { superuserUrl } = await startPostgres(${JSON.stringify(options())});
    console.log('started'); setInterval(() => {}, 1000);`;
  const killed = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(killed.stdout, 'data');
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const server = await startPostgres(options());
  expect(await sql(server.superuserUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  await server.stop();
});

it('makes again what an interrupted first start left half-made', async () => {
  const directory = join(folder, 'interrupted');
  await mkdir(`${directory}.new`);
  await writeFile(join(`${directory}.new`, 'PG_VERSION'), '18\n');
  const server = await startPostgres({ ...options(), directory });
  expect(await sql(server.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

it('says that somebody else uses the port', async () => {
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  await expect(startPostgres(options())).rejects.toThrow(`Port ${port} is already in use`);
  other.close();
});

it('tells when the server ends by itself', async () => {
  const server = await startPostgres(options());
  const pidFile = await readFile(join(options().directory, 'postmaster.pid'), 'utf8');
  process.kill(Number(pidFile.split('\n')[0]), 'SIGKILL');
  await server.exited;
  const recovered = await startPostgres(options());
  expect(await sql(recovered.superuserUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  await recovered.stop();
});
