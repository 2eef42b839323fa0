import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, expect, it } from 'vitest';
import { Output } from '../dist/output/output.js';
import { SupervisedProcess } from '../dist/process/supervised-process.js';

const folder = await mkdtemp(join(tmpdir(), 'ancrage-supervised-'));
afterAll(() => rm(folder, { recursive: true }));
const started: SupervisedProcess[] = [];
afterEach(() => Promise.all(started.splice(0).map((supervised) => supervised.stop())));

const environment = { PATH: process.env['PATH'] ?? '' };
let printed = '';
const output = new Output((text: string) => {
  printed += text;
});

async function start(source: string): Promise<SupervisedProcess> {
  const script = join(folder, `${started.length}-${Date.now()}.mjs`);
  await writeFile(script, source);
  const supervised = new SupervisedProcess(
    { name: 'essai', script, environment, restartPauseMilliseconds: 5 },
    output,
  );
  started.push(supervised);
  supervised.start();
  return supervised;
}

const SERVES = "process.send('ready'); setInterval(() => {}, 1000);";

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it('starts again what is killed', async () => {
  const supervised = await start(SERVES);
  await supervised.ready();
  const first = supervised.pid as number;
  process.kill(first, 'SIGKILL');
  await expect.poll(() => supervised.pid).not.toBe(first);
  await supervised.ready();
  expect(supervised.pid).not.toBe(first);
  expect(printed).toContain("essai s'est arrêté (SIGKILL), redémarrage…");
});

it('does not insist with what refuses to start', async () => {
  const supervised = await start("console.error('PORT is missing'); process.exit(1);");
  const failure = expect(once(supervised, 'failed')).resolves.toMatchObject([
    { message: expect.stringContaining('ne démarre pas') },
  ]);
  await expect(supervised.ready()).rejects.toThrow(/essai ne démarre pas \(1\)/);
  await failure;
  await expect.poll(() => printed).toContain('PORT is missing');
});

it('gives up on what dies again and again', async () => {
  const supervised = await start("process.send('ready'); setTimeout(() => process.exit(3), 100);");
  await supervised.ready();
  const [error] = await once(supervised, 'failed');
  expect(error.message).toContain("s'arrête dès qu'il démarre (3)");
});

it('stops in order', async () => {
  const supervised = await start(
    `process.on('SIGTERM', () => { console.log('au revoir'); process.exit(0); }); ${SERVES}`,
  );
  await supervised.ready();
  await supervised.stop();
  await expect.poll(() => printed).toContain('au revoir');
});

it('ends with a supervisor that is killed', async () => {
  const module = pathToFileURL(
    fileURLToPath(new URL('../dist/process/supervised-process.js', import.meta.url)),
  ).href;
  const outputModule = new URL('../dist/output/output.js', import.meta.url).href;
  const script = join(folder, 'serves.mjs');
  await writeFile(script, SERVES);
  const supervisor = join(folder, 'supervisor.mjs');
  await writeFile(
    supervisor,
    `import { SupervisedProcess } from ${JSON.stringify(module)};
     import { Output } from ${JSON.stringify(outputModule)};
     const child = new SupervisedProcess(${JSON.stringify({ name: 'essai', script, environment })}, new Output());
     child.start();
     await child.ready();
     console.log('pid ' + child.pid);`,
  );
  const parent = spawn(process.execPath, [supervisor], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(/pid (\d+)/.exec(line.toString())?.[1]);
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
});
