import { createDemonstration } from './demonstration/demonstration.js';
import { Output } from './output/output.js';
import { summary } from './output/summary.js';
import type { Services } from './platform/environment.js';
import { stopOnSignals } from './platform/lifecycle.js';
import { Platform } from './platform/platform.js';
import { readSettings } from './settings.js';

/** What `npm run dev` does besides. */
interface Development {
  /** Waits for the next change of a process that cannot be kept running, instead of stopping everything. */
  patient?: boolean;
  prepare?: (output: Output) => Promise<void>;
  adapt?: (services: Services) => Services;
  started?: (platform: Platform) => void;
}

/** Runs the whole platform until it is asked to stop, or cannot go on. */
export async function runPlatform({ patient, prepare, adapt, started }: Development = {}): Promise<void> {
  const startedAt = performance.now();
  const output = new Output();
  const lifecycle = stopOnSignals(output);
  try {
    const settings = readSettings(process.env);
    await prepare?.(output);
    const onFailure = patient
      ? ({ message }: Error) => output.line('ancrage', message, 'error')
      : lifecycle.fail;
    const platform = new Platform({ settings, output, onFailure, adapt });
    lifecycle.own(platform);
    const { databases, secrets } = await platform.prepare();
    const services = await platform.serve(databases, secrets);
    await platform.ready('territory', 'directory', 'accompaniment', 'identity');
    if (settings.demonstration) await createDemonstration(services, output);
    await platform.ready();
    output.plain(summary(settings, (performance.now() - startedAt) / 1000));
    started?.(platform);
    // For who started this process rather than a person: the tests.
    process.send?.('ready');
  } catch (error) {
    lifecycle.fail(error);
  }
}
