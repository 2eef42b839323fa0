import { KeptLists, type ListOnItsWay } from '@ancrage/sheets/kept';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { CheckedRow, ImportPlan } from './check-rows.js';
import { guessMapping } from './import-field.js';
import { type SoloImportNode, type SoloImportReport, SoloImportState } from './solo-import.js';

/** How a list of solos is read. The communes are those that its sender's page knew. */
export interface SoloListPlan {
  columns: ImportPlan['mapping'];
  source: string;
  communes?: ImportPlan['communes'];
}

/** Lists of solos on their way in. */
export const LISTS = new KeptLists<SoloListPlan, SoloImportReport>('solo_import', (headers) => ({
  columns: guessMapping(headers),
  source: '',
}));

const toNode = (
  { mapping, createdBy, state, ...list }: ListOnItsWay<SoloListPlan, SoloImportReport>,
  context: SubgraphContext,
): SoloImportNode => ({
  ...list,
  state: SoloImportState[state],
  mapping: Object.entries(mapping.columns).map(([field, header]) => ({ field, header: header ?? '' })),
  source: mapping.source,
  mine: createdBy === context.scope.userId,
});

/** The last lists that were sent, newest first. */
export async function selectImports(context: SubgraphContext): Promise<SoloImportNode[]> {
  return (await LISTS.last(context)).map((list) => toNode(list, context));
}

export async function selectImport(context: SubgraphContext, id: string): Promise<SoloImportNode | null> {
  const list = await LISTS.one(context, id);
  return list && toNode(list, context);
}

/** What is kept of a check: counts, and the rows that are left with what was sent. */
export function reportOf(checked: readonly CheckedRow[], rows: readonly string[][]): SoloImportReport {
  const count = (fate: CheckedRow['fate']) => checked.filter((row) => row.fate === fate).length;
  return {
    taken: count('TAKEN'),
    refused: count('REFUSED'),
    known: count('KNOWN'),
    away: count('AWAY'),
    left: checked
      .filter(({ fate }) => fate !== 'TAKEN')
      .map(({ line, fate, words }) => ({ line, fate, words, cells: rows[line - 2] ?? [] })),
  };
}
