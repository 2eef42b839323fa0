import { KeptLists, type ListOnItsWay } from '@ancrage/sheets/kept';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { CheckedHousehold } from './check-households.js';
import { guessProspectColumns } from './prospect-field.js';
import {
  type ProspectImportNode,
  type ProspectImportReport,
  ProspectImportState,
} from './prospect-import.js';

/** How a list of households is read, and by what right it is. */
export interface HouseholdListPlan {
  columns: Partial<Record<string, string>>;
  /** What lets the territory keep these people, as the agent states it. */
  legalBasis: string;
}

/** Lists of households on their way in. */
export const LISTS = new KeptLists<HouseholdListPlan, ProspectImportReport>('prospect_import', (headers) => ({
  columns: guessProspectColumns(headers),
  legalBasis: '',
}));

const toNode = (
  { mapping, createdBy, state, ...list }: ListOnItsWay<HouseholdListPlan, ProspectImportReport>,
  context: SubgraphContext,
): ProspectImportNode => ({
  ...list,
  state: ProspectImportState[state],
  mapping: Object.entries(mapping.columns).map(([field, header]) => ({ field, header: header ?? '' })),
  legalBasis: mapping.legalBasis,
  mine: createdBy === context.scope.userId,
});

/** The last lists that were sent, newest first. */
export async function selectImports(context: SubgraphContext): Promise<ProspectImportNode[]> {
  return (await LISTS.last(context)).map((list) => toNode(list, context));
}

export async function selectImport(context: SubgraphContext, id: string): Promise<ProspectImportNode | null> {
  const list = await LISTS.one(context, id);
  return list && toNode(list, context);
}

/** What is kept of a check: counts, and the rows that are left with what was sent. */
export function reportOf(
  checked: readonly CheckedHousehold[],
  rows: readonly string[][],
): ProspectImportReport {
  const taken = checked.filter(({ fate }) => fate === 'TAKEN');
  const people = taken.map(({ household }) => household.adults + household.childrenBirthYears.length);
  return {
    taken: taken.length,
    people: people.reduce((sum, count) => sum + count, 0),
    refused: checked.filter(({ fate }) => fate === 'REFUSED').length,
    known: checked.filter(({ fate }) => fate === 'KNOWN').length,
    left: checked
      .filter(({ fate }) => fate !== 'TAKEN')
      .map(({ line, fate, words, prospectId }) => ({
        line,
        fate,
        words,
        prospectId,
        cells: rows[line - 2] ?? [],
      })),
  };
}
