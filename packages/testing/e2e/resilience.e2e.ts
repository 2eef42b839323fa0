import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type PlatformSettings,
  platformSettings,
  type RunningPlatform,
  removeData,
  runningProcesses,
  startPlatform,
} from '../src/platform/platform.js';
import { SiteClient } from '../src/platform/site-client.js';

/** A platform of its own: what is killed here must not be missed elsewhere. */
let settings: PlatformSettings;
let platform: RunningPlatform;
beforeAll(async () => {
  settings = await platformSettings('resilience');
  platform = await startPlatform(settings);
});
afterAll(async () => {
  await platform.stop();
  await removeData(settings);
});

const PATIENCE = { timeout: 30_000, interval: 50 };

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The server of the embedded PostgreSQL, whose supervised process is its parent. */
const postmaster = async () =>
  Number((await readFile(join(settings.dataDirectory, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

/** Whether a page with data of all three subgraphs, and identity behind the site, answer. */
async function answers(): Promise<boolean> {
  const site = new SiteClient(settings.ports.WEB_PORT);
  try {
    const [home, keys] = await Promise.all([site.get('/'), site.get('/auth/jwks')]);
    return home.status === 200 && home.body.includes('Haute Ariège') && keys.status === 200;
  } catch {
    return false;
  }
}

const PROCESSES = ['web', 'gateway', 'territory', 'directory', 'accompaniment', 'identity', 'postgres'];

describe('the platform answers again', () => {
  it.each(PROCESSES)('after a kill -9 of %s', async (name) => {
    expect(await answers()).toBe(true);
    const { [name]: pid } = await runningProcesses(settings);
    process.kill(pid as number, 'SIGKILL');
    await expect.poll(async () => (await runningProcesses(settings))[name] ?? pid, PATIENCE).not.toBe(pid);
    await expect.poll(answers, PATIENCE).toBe(true);
  });

  it('after a kill -9 of the database server itself', async () => {
    const pid = await postmaster();
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => postmaster().catch(() => pid), PATIENCE).not.toBe(pid);
    await expect.poll(answers, PATIENCE).toBe(true);
  });
});

describe('a supervisor', () => {
  const everyProcess = async () => [...Object.values(await runningProcesses(settings)), await postmaster()];

  it('that is killed leaves no process, and starts again at once', async () => {
    const pids = await everyProcess();
    const dead = once(platform.supervisor, 'exit');
    platform.supervisor.kill('SIGKILL');
    await dead;
    // Without waiting: what is left ends by itself, or is waited for.
    platform = await startPlatform(settings);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(await answers()).toBe(true);
  });

  it('that is asked to stop ends everything, and itself', async () => {
    const pids = await everyProcess();
    expect(await platform.stop()).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
    platform = await startPlatform(settings);
    expect(await answers()).toBe(true);
  });
});
