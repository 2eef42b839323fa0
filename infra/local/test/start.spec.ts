import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const START = fileURLToPath(new URL('../dist/start.js', import.meta.url));
let folder: string;
let taken: Server;
let port: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ancrage-start-'));
  taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  port = (taken.address() as AddressInfo).port;
});
afterEach(async () => {
  taken.close();
  await rm(folder, { recursive: true });
});

/** Runs `npm start`'s process to its end. */
async function start(settings: Record<string, string>) {
  const env = { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', DATA_DIRECTORY: folder, ...settings };
  const child = spawn(process.execPath, [START], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const [code] = await once(child, 'close');
  return { code, lines: printed.trim().split('\n') };
}

it('says in one line that a port is taken, what uses it, and what to do', async () => {
  const { code, lines } = await start({ WEB_PORT: String(port) });
  expect(code).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(
    new RegExp(`port ${port} \\(le site\\) est déjà utilisé.*WEB_PORT=\\d+ npm start`),
  );
  expect(await readdir(folder), 'nothing is made before the ports are free').toEqual([]);
});

it('says every wrong setting at once', async () => {
  const { code, lines } = await start({
    GATEWAY_PORT: 'x',
    IDENTITY_DATABASE_URL: 'postgres://app@db/identity',
  });
  expect(code).toBe(1);
  const problems = lines.join('\n');
  for (const name of ['GATEWAY_PORT', 'IDENTITY_DATABASE_OWNER_URL', 'TERRITORY_DATABASE_URL'])
    expect(problems).toContain(name);
  expect(await readdir(folder)).toEqual([]);
});

it('says which process runs already on the same folder', async () => {
  // A process of a local run by its command line, standing for a supervisor.
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'infra/local/dist/start.js']);
  await once(other, 'spawn');
  const record = { supervisor: other.pid, ports: { web: 3000 }, processes: {} };
  await writeFile(join(folder, 'run.json'), JSON.stringify(record));
  const { code, lines } = await start({});
  other.kill();
  expect(code).toBe(1);
  expect(lines).toEqual([
    expect.stringContaining(`Ancrage tourne déjà (processus ${other.pid}) : http://localhost:3000`),
  ]);
});
