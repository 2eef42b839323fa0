import { spawn } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { platformSettings, removeData, runningProcesses } from '@ancrage/testing/platform';
import { familyOf, gone, memoryOf } from './process.js';
import { ROOT } from './root.js';
import { decimals, printTable } from './table.js';

const PAGES = ['/', '/carte'];

/** `npm start` on an empty data folder: time to the first page, memory of every process, weight of the pages. */
export async function benchColdStart(): Promise<void> {
  const settings = await platformSettings('bench-start');
  const home = `http://localhost:${settings.ports.WEB_PORT}/`;
  const times: string[][] = [];
  for (const run of ['first start, empty databases', 'second start']) {
    const started = performance.now();
    const npm = spawn('npm', ['start'], {
      cwd: ROOT,
      env: settings.environment,
      stdio: 'ignore',
      detached: true,
    });
    await firstPage(home);
    times.push([run, decimals((performance.now() - started) / 1000, 1)]);
    if (run === 'second start') {
      await reportMemory(settings, npm.pid as number);
      await reportWeight(home);
    }
    // npm ends before what it started: its whole family must be gone before its data are.
    const family = familyOf(npm.pid as number);
    process.kill(-(npm.pid as number), 'SIGTERM');
    await gone(family);
  }
  await removeData(settings);
  printTable(
    'From `npm start` to the first page, built before (aim: 10 s without builds)',
    ['', 'seconds'],
    times,
  );
}

async function firstPage(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok && (await answer.text()).includes('</html>')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function reportMemory(settings: Parameters<typeof runningProcesses>[0], npm: number): Promise<void> {
  const named = Object.entries(await runningProcesses(settings)).map(
    ([name, pid]) => [name, memoryOf(familyOf(pid))] as const,
  );
  const all = memoryOf(familyOf(npm));
  const rest = all - named.reduce((sum, [, memory]) => sum + memory, 0);
  printTable(
    'Memory (MiB, shared pages counted once; aim: 1,200 together)',
    ['', 'MiB'],
    [
      ...named.map(([name, memory]) => [name, decimals(memory, 0)]),
      ['npm and supervisor', decimals(rest, 0)],
      ['together', decimals(all, 0)],
    ],
  );
}

async function reportWeight(home: string): Promise<void> {
  const rows: string[][] = [];
  for (const path of PAGES) {
    const html = await (await fetch(new URL(path, home))).text();
    const scripts = new Set(
      [...html.matchAll(/["'(]([^"'()\s]+\.js)["')]/g)].map(
        ([, source]) => new URL(source as string, new URL(path, home)).href,
      ),
    );
    let bytes = 0;
    for (const script of scripts)
      bytes += gzipSync(Buffer.from(await (await fetch(script)).arrayBuffer())).length;
    rows.push([path, decimals(bytes / 1024, 1), decimals(gzipSync(html).length / 1024, 1)]);
  }
  printTable(
    'Weight of pages, compressed (kB; goal: 70 of JavaScript on /)',
    ['', 'JavaScript', 'HTML'],
    rows,
  );
}
