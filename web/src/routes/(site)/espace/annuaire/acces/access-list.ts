import type { AccessKind, AccessRecordsQueryVariables } from '#lib/graphql/generated/graphql.ts';
import { filterValue, type ListShape, type ListState } from '#lib/list/list-state.ts';
import { m } from '#lib/paraglide/messages.js';

const kinds: Record<string, AccessKind> = { vue: 'VIEWED', liste: 'LISTED', export: 'EXPORTED' };

export const accessShape: ListShape = {
  filters: [
    { name: 'quoi', values: Object.keys(kinds) },
    { name: 'fiche', values: /^[0-9a-f-]{36}$/ },
  ],
  sorts: ['-date'],
};

export const accessWords: Record<AccessKind, () => string> = {
  VIEWED: m.access_viewed,
  LISTED: m.access_listed,
  EXPORTED: m.access_exported,
};

/** What is asked of the gateway for a view of the list. */
export const accessVariables = (
  view: ListState,
): Pick<AccessRecordsQueryVariables, 'what' | 'search' | 'soloId'> => ({
  what: kinds[filterValue(view, 'quoi') ?? ''] ?? null,
  search: view.q || null,
  soloId: filterValue(view, 'fiche'),
});
