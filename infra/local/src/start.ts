import { hrtime } from 'node:process';
import { createDemonstration } from './demonstration/demonstration.js';
import { Output } from './output/output.js';
import { summary } from './output/summary.js';
import { stopOnSignals } from './platform/lifecycle.js';
import { Platform } from './platform/platform.js';
import { readSettings } from './settings.js';

/** `npm start`: the whole platform, until Ctrl-C. */
const startedAt = hrtime.bigint();
const output = new Output();

const lifecycle = stopOnSignals(output);

try {
  const settings = readSettings(process.env);
  const platform = new Platform({ settings, output, onFailure: lifecycle.fail });
  lifecycle.own(platform);
  const { databases, secrets } = await platform.prepare();
  const services = await platform.serve(databases, secrets);
  await platform.ready('territory', 'directory', 'accompaniment', 'identity');
  if (settings.demonstration) await createDemonstration(services, output);
  await platform.ready();
  output.plain(summary(settings, Number(hrtime.bigint() - startedAt) / 1e9));
  // For who started this process rather than a person: the tests.
  process.send?.('ready');
} catch (error) {
  lifecycle.fail(error);
}
