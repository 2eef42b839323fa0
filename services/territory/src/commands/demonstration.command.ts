import { parseArgs } from 'node:util';
import { loadDemonstration } from '../demonstration/load-demonstration.js';

export const DEMONSTRATION_USAGE = `territory demonstration --territory <slug>
  Generates services and broadband for a territory that has none, marked as demonstration data.
  --json         print one line of JSON`;

/** Fills a territory with generated, marked records. */
export async function demonstration(argv: string[], ownerUrl: string): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: { territory: { type: 'string', default: '' }, json: { type: 'boolean', default: false } },
  });
  const loaded = await loadDemonstration(ownerUrl, values.territory);
  console.log(
    values.json
      ? JSON.stringify(loaded)
      : `${loaded.facilities} services and ${loaded.coverages} coverages, marked as demonstration data`,
  );
}
