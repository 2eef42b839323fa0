import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { copyRecord, type Row } from '../record/record-copy.js';
import { onePerson } from './one-person.js';

/** All that the directory holds of one person: tables by name, rows by column, pictures as base64. */
export interface HeldOfPerson {
  record: Record<string, Row[]>;
  /** Who looked at their entry while it was not public, or took it away. */
  access: Row[];
  /** Records that were made one with theirs, as they were before. */
  merges: Row[];
}

/** The same as a file of its own, which says where it comes from. */
export interface PersonalData extends HeldOfPerson {
  format: 'ancrage-directory-personal-data-1';
  exportedAt: string;
  territory: { name: string; site: string };
}

/** What a person or a member takes away: see {@link heldOf}. The context must know its territory by name. */
export async function personalDataOf(context: SubgraphContext, soloId: string): Promise<PersonalData> {
  const { name, site } = context.requireTerritoryCard();
  const held = await heldOf(context, soloId);
  return {
    format: 'ancrage-directory-personal-data-1',
    exportedAt: new Date().toISOString(),
    territory: { name, site },
    ...held,
  };
}

/**
 * Reads all that is held of one person, whoever asks: a member, or the person by their own link. What the database
 * keeps from agents (who looked) is theirs to know. Throws NOT_FOUND for somebody of another territory.
 */
export function heldOf(context: SubgraphContext, soloId: string): Promise<HeldOfPerson> {
  const whole = context.onBehalfOf({
    userId: context.scope.userId ?? 'personal-data',
    role: 'ADMINISTRATOR',
    regions: [],
    operator: false,
  });
  return whole.write(async (connection) => {
    const copy = await copyRecord(connection, soloId);
    if (copy['solo']?.length !== 1) throw new NotFoundError('Cette fiche n’existe pas.');
    const ids = await onePerson(connection, soloId);
    const { rows: access } = await connection.query<{ row: Row }>(
      `select jsonb_build_object('at', at, 'what', what, 'user_id', user_id, 'entries', entries) as row
        from access_record where solo_id = any($1::uuid[]) or solo_ids && $2::text[] order by at`,
      [ids, ids],
    );
    const { rows: merges } = await connection.query<{ row: Row }>(
      `select to_jsonb(m) as row from solo_merge m where undone_at is null and kept_id = any($1::uuid[]) order by merged_at`,
      [ids],
    );
    const record = Object.fromEntries(
      Object.entries(copy).map(([table, rows]) => [table, rows.map(readable)]),
    );
    return {
      record,
      access: access.map(({ row }) => row),
      merges: merges.map(({ row }) => row),
    };
  });
}

/** What serves search alone says nothing more; pictures are given as other programs read them. */
const COMPUTED = new Set([
  'search_text',
  'search_vector',
  'name_key',
  'consent_must_hold',
  'consent_purpose',
]);

function readable(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !COMPUTED.has(column))
      .map(([column, value]) => [
        column,
        typeof value === 'string' && value.startsWith('\\x')
          ? { mediaType: 'image/webp', base64: Buffer.from(value.slice(2), 'hex').toString('base64') }
          : value,
      ]),
  );
}
