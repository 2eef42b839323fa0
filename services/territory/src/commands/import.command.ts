import { parseArgs } from 'node:util';
import { facilityTypeOf } from '../facility/facility-types.js';
import { DATASETS } from '../import/datasets/index.js';
import { type ImportOutcome, importDataset } from '../import/import-dataset.js';
import { ImportRefusedError } from '../import/import-refused.js';
import { megabytes, progressBar } from '../import/progress-bar.js';

export const IMPORT_USAGE = `territory import <dataset> <file|url> --territory <slug>
  Replaces what the territory has of an official dataset by a file of its producer, whole or not at all.
  Datasets: ${DATASETS.map(({ name }) => name).join(', ')}
  Forms: CSV, GeoJSON, Parquet, Excel (.xlsx), also within a ZIP or gzip archive; up to 4 GiB
  --dry-run      read, compare and count, change nothing
  --errors       a CSV file to write rejected rows to, with their line and reason
  --vintage      edition of the data, when the file does not tell
  --json         print one line of JSON, the counts`;

/** Imports an official file, or says why it cannot be. */
export async function importFile(argv: string[], ownerUrl: string): Promise<void> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      territory: { type: 'string', default: '' },
      'dry-run': { type: 'boolean', default: false },
      errors: { type: 'string' },
      vintage: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [name = '', location = ''] = positionals;
  const dataset = DATASETS.find((each) => each.name === name);
  if (!dataset || !location)
    throw new ImportRefusedError(
      dataset
        ? 'file: give its path or address'
        : `dataset: one of ${DATASETS.map((each) => each.name).join(', ')}`,
    );
  const cancelled = new AbortController();
  const cancel = () => cancelled.abort();
  process.once('SIGINT', cancel).once('SIGTERM', cancel);
  const bar = progressBar(process.stderr, megabytes);
  try {
    const outcome = await importDataset(ownerUrl, {
      dataset,
      location,
      territory: values.territory,
      vintage: values.vintage,
      errors: values.errors,
      dryRun: values['dry-run'],
      signal: cancelled.signal,
      onProgress: bar.onProgress,
    }).finally(bar.end);
    console.log(values.json ? JSON.stringify(outcome.counts) : describe(outcome, values['dry-run']));
  } finally {
    process.removeListener('SIGINT', cancel).removeListener('SIGTERM', cancel);
  }
}

function describe(outcome: ImportOutcome, dryRun: boolean): string {
  const { counts, removed, layout, vintage, formerVintage, examples } = outcome;
  const { read, imported, unchanged, rejected, outside } = counts;
  const lines = [
    `${dryRun ? 'Dry run, nothing was changed. ' : ''}This is ${layout}, ${vintage}.`,
    `${read} rows read: ${imported} imported, ${unchanged} unchanged, ${rejected} rejected, ${outside} outside the territory`,
  ];
  if (formerVintage !== null && formerVintage > vintage)
    lines.push(`It is an older edition than the one that was there, ${formerVintage}.`);
  if (removed > 0) lines.push(`${removed} former rows are no longer in it and were removed`);
  if (imported + unchanged === 0) lines.push('Nothing in it is of this territory: what it had is kept.');
  lines.push(...changesOf(outcome));
  lines.push(...examples.map(({ line, reason }) => `  line ${line}: ${reason}`));
  if (rejected > examples.length)
    lines.push(`  … and ${rejected - examples.length} more (--errors <csv> lists all)`);
  return lines.join('\n');
}

const SHOWN = 25;

/** What came, changed and went, the types that changed most first. */
function changesOf({ changes }: ImportOutcome): string[] {
  const sizeOf = ({ added, changed, removed }: ImportOutcome['changes'][number]) => added + changed + removed;
  const shown = [...changes].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, SHOWN);
  const lines = shown.map(({ type, added, changed, removed }) => {
    const what = [
      added && `${added} more`,
      changed && `${changed} changed`,
      removed && `${removed} fewer`,
    ].filter(Boolean);
    return `  ${type} ${facilityTypeOf(type)?.labels.en ?? ''}: ${what.join(', ')}`;
  });
  if (changes.length > SHOWN) lines.push(`  … and ${changes.length - SHOWN} more types`);
  return lines;
}
