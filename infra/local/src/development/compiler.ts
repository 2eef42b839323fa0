import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../output/output.js';
import { ROOT } from '../settings.js';

const TETHER = new URL('../process/tether.preload.js', import.meta.url).href;

/** Folders of the workspaces that TypeScript alone builds, those that others import first. */
export const COMPILED = [...foldersIn('packages'), ...foldersIn('services'), 'gateway'];

/** Compiles every workspace at each change of its sources; resolves when the first pass is done. */
export async function startCompiler(output: Output): Promise<void> {
  const compiler = join(ROOT, 'node_modules/typescript/lib/tsc.js');
  const child = spawn(
    process.execPath,
    ['--import', TETHER, compiler, '--build', '--watch', '--preserveWatchOutput', ...COMPILED],
    { cwd: ROOT, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  output.pipe('tsc', child.stdout);
  output.pipe('tsc', child.stderr);
  await new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('Watching for file changes')) resolve();
    });
  });
}

function foldersIn(parent: string): string[] {
  return readdirSync(join(ROOT, parent))
    .map((name) => `${parent}/${name}`)
    .filter((folder) => existsSync(join(ROOT, folder, 'tsconfig.json')));
}
