import { parseArgs } from 'node:util';
import { loadDemonstration } from '../demonstration/load-demonstration.js';
import { TerritoryRefusedError } from '../territory/territory-request.js';

export const DEMONSTRATION_USAGE = `territory demonstration --territory <slug>
  Generates services and broadband for a territory that has none, marked as demonstration data.
  --unless-real    do nothing when the territory holds real data
  --json         print one line of JSON`;

/** Fills a territory with generated, marked records. */
export async function demonstration(argv: string[], ownerUrl: string): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: {
      territory: { type: 'string', default: '' },
      'unless-real': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const loaded = await loadDemonstration(ownerUrl, values.territory).catch((error: unknown) => {
    // Whoever imported a file for a try starts again with what they imported.
    if (
      values['unless-real'] &&
      error instanceof TerritoryRefusedError &&
      /holds real data/.test(error.message)
    )
      return { facilities: 0, coverages: 0 };
    throw error;
  });
  console.log(
    values.json
      ? JSON.stringify(loaded)
      : `${loaded.facilities} services and ${loaded.coverages} coverages, marked as demonstration data`,
  );
}
