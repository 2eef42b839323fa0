import Papa from 'papaparse';
import { ImportRefusedError } from '../import-refused.js';
import { type Layout, missingColumns } from '../layout.js';

export interface Header<L extends Layout> {
  layout: L;
  separator: string;
  names: string[];
  /** Lines above the first row. */
  lines: number;
  /** Where the first row starts in the block. */
  end: number;
}

const SEPARATORS = [';', ',', '\t', '|'];
/** Some producers write a title, or the day of the extraction, above the header. */
export const PREAMBLE = 10;

/** Finds the header of one of the layouts, or refuses the file by saying which other one it looks like. */
export function findHeader<L extends Layout>(
  block: string,
  layouts: readonly L[],
  others: readonly Layout[],
): Header<L> {
  const end = block.indexOf('\n') + 1 || block.length;
  const begins = ({ headless }: Layout) => headless?.first.test(block.slice(0, end)) === true;
  const layout = layouts.find(begins);
  if (layout?.headless) return { layout, separator: ';', names: [...layout.headless.names], lines: 1, end };
  const other = others.find(begins);
  if (other) throw new ImportRefusedError(`file: this looks like ${other.title}${howTo(other)}`);
  return chooseHeader(candidateHeaders(block), layouts, others);
}

/** The candidate that is the header of one of the layouts. */
export function chooseHeader<C extends { names: string[] }, L extends Layout>(
  candidates: readonly C[],
  layouts: readonly L[],
  others: readonly Layout[],
): C & { layout: L } {
  for (const candidate of candidates) {
    const layout = layouts.find(
      (each) => !each.headless && missingColumns(each, candidate.names).length === 0,
    );
    if (layout) return { layout, ...candidate };
  }
  for (const { names } of candidates) {
    const other = others.find((each) => !each.headless && missingColumns(each, names).length === 0);
    if (other) throw new ImportRefusedError(`file: this looks like ${other.title}${howTo(other)}`);
  }
  throw new ImportRefusedError(describeNearest(candidates, layouts));
}

const howTo = ({ importedBy }: Layout) =>
  importedBy ? `: import it as ${importedBy}` : ', which has no importer';

function candidateHeaders(block: string): Omit<Header<Layout>, 'layout'>[] {
  const candidates: Omit<Header<Layout>, 'layout'>[] = [];
  let start = 0;
  for (let lines = 1; lines <= PREAMBLE && start < block.length; lines++) {
    const end = block.indexOf('\n', start) + 1 || block.length;
    const line = block.slice(start, end).trimEnd();
    for (const separator of SEPARATORS) {
      if (!line.includes(separator)) continue;
      const names = Papa.parse<string[]>(line, { delimiter: separator }).data[0] ?? [];
      candidates.push({ separator, names, lines, end });
    }
    start = end;
  }
  return candidates;
}

/** Says which columns are missing when most are there, else what the file has instead. */
function describeNearest(candidates: readonly { names: string[] }[], layouts: readonly Layout[]): string {
  let nearest: { title: string; missing: string[]; known: number } | null = null;
  for (const { names } of candidates) {
    for (const layout of layouts) {
      const missing = missingColumns(layout, names);
      const known = layout.required.length - missing.length;
      if (known > missing.length && known > (nearest?.known ?? 0))
        nearest = { title: layout.title, missing, known };
    }
  }
  if (nearest)
    return `file: ${nearest.title} needs the column ${nearest.missing.join(', ')}, which is missing or was renamed`;
  const widest = candidates.reduce<string[]>(
    (names, candidate) => (candidate.names.length > names.length ? candidate.names : names),
    [],
  );
  return `file: this is not ${layouts.map(({ title }) => title).join(' nor ')}; its columns are: ${widest.slice(0, 8).join(', ') || 'none'}`;
}
