import { families } from '#lib/facts/families.ts';
import type { ListShape } from '#lib/list/list-state.ts';

export const conflictShape: ListShape = {
  filters: [{ name: 'famille', values: families, many: true }],
  sorts: ['commune'],
};
