import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Output } from '../output/output.js';
import type { ProcessDefinition } from './supervised-process.js';

const TETHER = new URL('./tether.preload.js', import.meta.url).href;

/**
 * Runs a command to its end and gives what it wrote on stdout; what it wrote on stderr is printed.
 * Rejects when it exits with anything but 0.
 */
export async function runTask(definition: ProcessDefinition, output: Output): Promise<string> {
  const { name, script, environment, directory } = definition;
  const child = spawn(process.execPath, ['--import', TETHER, script, ...(definition.arguments ?? [])], {
    cwd: directory,
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  output.pipe(name, child.stderr);
  const [written, [code, signal]] = await Promise.all([text(child.stdout!), once(child, 'exit')]);
  if (code !== 0)
    throw new Error(`${name} a échoué (${signal ?? code}) ; ses messages ci-dessus disent pourquoi.`);
  return written;
}
