import type { ImportRunStatus } from '#lib/graphql/generated/graphql.ts';
import type { ListShape } from '#lib/list/list-state.ts';

export const statuses: readonly ImportRunStatus[] = [
  'WAITING',
  'RUNNING',
  'CHECKED',
  'DONE',
  'REFUSED',
  'CANCELLED',
  'INTERRUPTED',
];

/** What the history of imports can be asked. */
export const importShape: ListShape = {
  filters: [
    { name: 'etat', values: statuses },
    { name: 'donnees', values: /^[a-z-]{1,40}$/ },
  ],
  sorts: ['-date'],
};
