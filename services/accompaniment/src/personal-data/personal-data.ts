import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { isUuid } from '@ancrage/subgraph/pagination';
import { copyHousehold, type Row } from './household-copy.js';
import { oneHousehold } from './one-household.js';

/** All that this service holds of one household: tables by name, rows by column, documents by name and size. */
export interface HouseholdData {
  format: 'ancrage-accompaniment-personal-data-1';
  exportedAt: string;
  territory: { name: string; site: string };
  record: Record<string, Row[]>;
  /** Records that were made one with theirs, as they were before. */
  merges: Row[];
  /** That their address is not written to, and why. */
  refusals: Row[];
}

/** Reads all that is held of one household. Throws NOT_FOUND for one of another territory, or that was forgotten. */
export function householdDataOf(context: SubgraphContext, prospectId: string): Promise<HouseholdData> {
  const { name, site } = context.requireTerritoryCard();
  return context.write(async (connection) => {
    const record = isUuid(prospectId) ? await copyHousehold(connection, prospectId, 'named') : {};
    const [prospect] = record['prospect'] ?? [];
    if (!prospect || prospect['anonymised_at'] !== null) throw new NotFoundError('Ce candidat n’existe pas.');
    const rows = async (text: string, value: unknown): Promise<Row[]> =>
      (await connection.query<{ row: Row }>(text, [value])).rows.map(({ row }) => row);
    const ids = await oneHousehold(connection, prospectId);
    return {
      format: 'ancrage-accompaniment-personal-data-1',
      exportedAt: new Date().toISOString(),
      territory: { name, site },
      record: Object.fromEntries(Object.entries(record).map(([table, held]) => [table, held.map(readable)])),
      merges: await rows(
        'select to_jsonb(m) as row from prospect_merge m where undone_at is null and kept_id = any($1::uuid[])',
        ids,
      ),
      refusals: await rows(
        'select to_jsonb(r) as row from mail_refusal r where email_key = $1',
        emailKeyOf(record),
      ),
    };
  });
}

const emailKeyOf = (record: Record<string, Row[]>): unknown =>
  record['prospect_contact']?.[0]?.['email_key'] ?? null;

/** Bytes are given as other programs read them. */
const readable = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' && value.startsWith('\\x')
        ? { mediaType: row['media_type'], base64: Buffer.from(value.slice(2), 'hex').toString('base64') }
        : value,
    ]),
  );
