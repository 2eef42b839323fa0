import { families, familyNamed } from '#lib/facts/families.ts';
import type { CorrectionFilter, CorrectionOrigin, CorrectionStatus } from '#lib/graphql/generated/graphql.ts';
import { filterValue, type ListShape, type ListState } from '#lib/list/list-state.ts';

export const correctionList = 'offre/corrections';

const statuses: Record<string, CorrectionStatus> = { acceptees: 'ACCEPTED', refusees: 'REFUSED' };
const origins: Record<string, CorrectionOrigin> = {
  campagne: 'CAMPAIGN',
  public: 'PUBLIC',
  membre: 'MEMBER',
};

/** What the queue can be asked; those that wait are its plain view. */
export const correctionShape: ListShape = {
  filters: [
    { name: 'etat', values: Object.keys(statuses) },
    { name: 'origine', values: Object.keys(origins) },
    { name: 'famille', values: families, many: true },
    { name: 'commune', values: /^[0-9AB]{5}$/ },
    { name: 'campagne', values: /^[0-9a-f-]{36}$/ },
  ],
  sorts: ['recu'],
};

export function correctionFilter(state: ListState): CorrectionFilter {
  const chosen = (state.filters.famille ?? []).flatMap((value) => familyNamed(value) ?? []);
  const origin = origins[filterValue(state, 'origine') ?? ''];
  const commune = filterValue(state, 'commune');
  const campaign = filterValue(state, 'campagne');
  return {
    status: statuses[filterValue(state, 'etat') ?? ''] ?? 'PENDING',
    ...(origin && { origin }),
    ...(chosen.length > 0 && { families: chosen }),
    ...(commune && { commune }),
    ...(campaign && { campaign }),
    ...(state.q && { search: state.q }),
  };
}
