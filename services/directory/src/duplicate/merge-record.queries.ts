import type { SubgraphContext } from '@ancrage/subgraph';
import type { Row } from '../record/record-copy.js';
import { type MergeRecord, toMergeRecord } from './merge-record.js';

/** Records by id, as members know them; those that are gone are left out. */
export async function selectMergeRecords(
  context: SubgraphContext,
  ids: readonly string[],
): Promise<Map<string, MergeRecord>> {
  const rows = await context.read<{ solo: Row; contact: Row | null }>({
    name: 'records to merge',
    text: `select to_jsonb(s) - 'search_vector' as solo, to_jsonb(c) as contact
      from solo s left join solo_contact c on c.solo_id = s.id
      where s.territory_id = $1 and s.id = any($2::uuid[]) and s.erased_at is null`,
    values: [context.requireTerritory(), ids],
  });
  return new Map(rows.map(({ solo, contact }) => [solo['id'] as string, toMergeRecord(solo, contact)]));
}
