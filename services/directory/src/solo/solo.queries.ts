import type { SubgraphContext } from '@ancrage/subgraph';
import { type ConnectionArguments, toPage } from '@ancrage/subgraph/pagination';
import type { Solo } from './solo.entity.js';
import type { SolosArguments } from './solo.input.js';
import type { SoloConnection } from './solo-connection.js';
import { cursorValues, type SoloRow, soloCursor } from './solo-cursor.js';
import {
  CONDITIONS,
  type SoloSelection,
  searchedWords,
  selectionValues,
  soloSource,
  termValues,
} from './solo-selection.js';

const COLUMNS = `s.id, s.slug, s.display_name as "displayName", s.activity, s.skills, s.presentation,
  s.commune_code as "communeCode", s.area, s.naf_code as "nafCode", s.languages, s.phone, s.website,
  s.photo_id as "photoId", s.can_sponsor as "canSponsor", s.demonstration, s.published_at as "publishedAt",
  s.name_key as "nameKey"`;

/** A page of the published solos: the most relevant first when they are searched for, else by name. */
export async function selectSolos(
  context: SubgraphContext,
  { first, after, ...selection }: SolosArguments,
): Promise<SoloConnection> {
  const words = searchedWords(selection);
  const rows = await context.read<SoloRow>({
    name: words ? 'solos found' : 'solos',
    text: pageStatement(words !== null),
    values: [...selectionValues(selection), first + 1, ...cursorValues(after), ...termValues(words)],
  });
  return { ...toPage(rows, first, soloCursor), selection };
}

/** The statement of a page; with or without a search, in the parameters from $11. */
export const pageStatement = (searched: boolean): string => `select ${COLUMNS}, m.rank
    from ${soloSource(searched ? 11 : undefined)}
   where ${CONDITIONS}
     and ($8::real is null or m.rank < $8 or (m.rank = $8 and (s.name_key, s.id) > ($9::text, $10::uuid)))
   order by m.rank desc, s.name_key, s.id limit $7`;

/** How many published solos a selection has. */
export async function countSolos(context: SubgraphContext, selection: SoloSelection): Promise<number> {
  const words = searchedWords(selection);
  const [row] = await context.read<{ count: number }>({
    name: words ? 'count of solos found' : 'count of solos',
    text: `select count(*)::int as count from ${soloSource(words ? 7 : undefined)} where ${CONDITIONS}`,
    values: [...selectionValues(selection), ...termValues(words)],
  });
  return row?.count ?? 0;
}

/** One published solo by its short name. */
export async function selectSolo(context: SubgraphContext, slug: string): Promise<Solo | null> {
  const [row] = await context.read<Solo>({
    name: 'solo',
    text: `select ${COLUMNS} from solo s where s.territory_id = $1 and s.slug = $2 and s.status = 'PUBLISHED'`,
    values: [context.requireTerritory(), slug],
  });
  return row ?? null;
}

/** A published solo that another subgraph names. */
export function loadSolo(context: SubgraphContext, id: string): Promise<Solo | null> {
  return context.load('solo', id, async (ids: readonly string[]) => {
    const rows = await context.read<Solo>({
      name: 'solos by id',
      text: `select ${COLUMNS} from solo s where s.id = any($1::uuid[]) and s.status = 'PUBLISHED'`,
      values: [ids],
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((key) => byId.get(key) ?? null);
  });
}

/** How many published solos a commune has; one statement for all the communes of a page. */
export function loadSoloCount(context: SubgraphContext, communeCode: string): Promise<number> {
  return context.load('solo count', communeCode, async (codes: readonly string[]) => {
    const rows = await context.read<{ code: string; count: number }>({
      name: 'solo counts',
      short: true,
      text: `select commune_code as code, count(*)::int as count from solo
        where status = 'PUBLISHED' and commune_code = any($1) group by commune_code`,
      values: [codes],
    });
    const byCode = new Map(rows.map(({ code, count }) => [code, count]));
    return codes.map((code) => byCode.get(code) ?? 0);
  });
}

/** A page of each commune's published solos by name, one statement for all. */
export function loadSolosOfCommune(
  context: SubgraphContext,
  communeCode: string,
  { first, after }: ConnectionArguments,
): Promise<SoloConnection> {
  return context.load(`solos ${first} ${after ?? ''}`, communeCode, async (codes: readonly string[]) => {
    const rows = await context.read<SoloRow>({
      name: 'solos of communes',
      text: `select * from (
          select ${COLUMNS}, 0 as rank,
                 row_number() over (partition by s.commune_code order by s.name_key, s.id) as place
            from solo s
           where s.status = 'PUBLISHED' and s.commune_code = any($1)
             and ($3::text is null or (s.name_key, s.id) > ($3, $4::uuid))
        ) as numbered where place <= $2 order by "nameKey", id`,
      values: [codes, first + 1, ...cursorValues(after).slice(1)],
    });
    const byCode = Map.groupBy(rows, (row) => row.communeCode);
    return codes.map((code) => ({
      ...toPage(byCode.get(code) ?? [], first, soloCursor),
      selection: { filter: { commune: [code] } },
    }));
  });
}
