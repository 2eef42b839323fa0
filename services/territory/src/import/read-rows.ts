import { facilityTypeOf } from '../facility/facility-types.js';
import type { CommunePlacer } from './communes.js';
import type { StagedRow } from './copy-rows.js';
import { type DatasetLayout, KNOWN_BETTER, type ReadContext } from './dataset.js';
import { ImportRefusedError } from './import-refused.js';
import type { RejectedRows } from './rejected-rows.js';
import { isRejection, type Rejection, reject } from './rejection.js';
import type { Row, Table } from './table/read-table.js';

export interface ReadRows {
  /** Rows of the territory to stage; the rest is counted on the way. */
  batches: AsyncGenerator<StagedRow[]>;
  counts: { read: number; outside: number; knownBetter: number; staged: number };
  /** Latest edition that the rows spoke of. */
  readonly vintage: string | null;
  /** Types that the file lists, anywhere, and of which no row of the territory was left out. */
  exhaustiveTypes(): string[];
}

interface Reading {
  placeCommune: CommunePlacer['place'];
  context: ReadContext;
  signal: AbortSignal;
}

/** Judges the rows of a table one by one. */
export function readRows(
  { layout, batches }: Table<DatasetLayout>,
  rejected: RejectedRows,
  { placeCommune, context, signal }: Reading,
): ReadRows {
  const counts = { read: 0, outside: 0, knownBetter: 0, staged: 0 };
  const listed = new Set<string>();
  const incomplete = new Set<string>();
  let vintage: string | null = null;
  let ofCommunes = false;

  async function* staged(): AsyncGenerator<StagedRow[]> {
    for await (const batch of batches) {
      signal.throwIfAborted();
      counts.read += batch.length;
      const rows: StagedRow[] = [];
      for (const { line, row, problem } of batch) {
        if (!row) rejected.add(line, reject('MALFORMED', problem ?? ''));
        else judge(line, row, rows);
      }
      counts.staged += rows.length;
      await rejected.drained();
      yield rows;
    }
    if (layout.otherLevel && counts.outside > 0 && !ofCommunes)
      throw new ImportRefusedError(`file: this looks like ${layout.otherLevel}, which has no importer`);
  }

  function judge(line: number, row: Row, rows: StagedRow[]): void {
    const type = layout.typeOf?.(row);
    if (type !== undefined && !listed.has(type) && facilityTypeOf(type)) listed.add(type);
    const edition = layout.vintageOf?.(row) ?? null;
    if (edition !== null && (vintage === null || edition > vintage)) vintage = edition;
    const code = layout.communeOf(row, context);
    ofCommunes ||= code !== null;
    const placed = code === null ? 'outside' : layout.unplaced ? { code } : placeCommune(code);
    if (placed === 'outside') counts.outside++;
    else if (isRejection(placed)) refuse(line, placed, type);
    else {
      const values = layout.read(row, placed.code, context);
      if (values === KNOWN_BETTER) counts.knownBetter++;
      else if (isRejection(values)) refuse(line, values, type);
      else {
        rows.push({ line, values });
        if (layout.completes?.(row)) counts.knownBetter++;
      }
    }
  }

  function refuse(line: number, rejection: Rejection, type: string | undefined): void {
    rejected.add(line, rejection);
    if (type !== undefined && listed.has(type)) incomplete.add(type);
  }

  return {
    batches: staged(),
    counts,
    get vintage() {
      return vintage;
    },
    exhaustiveTypes: () => [...listed].filter((type) => !incomplete.has(type)).sort(),
  };
}
