import type { Output } from '../output/output.js';
import { LocalRunError } from '../settings.js';
import type { Platform } from './platform.js';

const PARENT_POLL_MILLISECONDS = 500;

export interface Lifecycle {
  /** Names the platform to stop. */
  own(platform: Platform): void;
  /** Stops everything and ends with an error. */
  fail(error: unknown): void;
}

/** Stops the platform in order on Ctrl-C, SIGTERM, or when npm itself was killed; a second Ctrl-C forces. */
export function stopOnSignals(output: Output): Lifecycle {
  let platform: Platform | undefined;
  let stopping = false;

  const stop = (code: number, text: string, severity: 'info' | 'error') => {
    if (stopping) {
      platform?.kill();
      process.exit(130);
    }
    stopping = true;
    output.line('ancrage', text, severity);
    Promise.resolve(platform?.stop()).then(
      () => process.exit(code),
      (error: unknown) => {
        output.line('ancrage', String(error), 'error');
        process.exit(1);
      },
    );
  };
  const polite = () => stop(0, 'arrêt en cours… (Ctrl-C une seconde fois pour forcer)', 'info');
  process.on('SIGINT', polite).on('SIGTERM', polite).on('SIGHUP', polite);
  if (process.env['npm_lifecycle_event']) stopWithParent(polite);
  return {
    own: (owned) => {
      platform = owned;
    },
    fail: (error) => {
      if (!stopping) stop(1, describe(error), 'error');
    },
  };
}

/** A killed npm tells nobody, but its children then get another parent. */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, PARENT_POLL_MILLISECONDS);
  watch.unref();
}

/** What a person can repair is said in its own words; a fault of ours with where it happened. */
function describe(error: unknown): string {
  if (error instanceof LocalRunError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
