import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import { nameKey, slugOf } from '@ancrage/subgraph/slug';
import type { PremisesFilter } from './premises.input.js';
import type { PremisesConnection, PremisesContact, PremisesNode } from './premises.js';
import { type PremisesKind, PremisesState } from './premises-kind.js';

/** How long before their last day premises are on the list of those to renew. */
const REMINDER_DAYS = 30;

const STATE = `case when p.status = 'PUBLISHED' and p.expires_on < current_date then 'EXPIRED' else p.status::text end`;

// Dates travel as the text that they are: a day has no hour.
const COLUMNS = `p.id, p.kind, ${STATE} as state, p.title, p.description, p.address, p.surface, p.places, p.tenure,
  p.price_euros as "priceEuros", p.fibre, p.available_from::text as "availableFrom", p.expires_on::text as "expiresOn",
  p.website, p.demonstration, p.created_at as "createdAt", p.updated_at as "updatedAt", p.commune_code as "communeCode",
  case when p.contact_consent_at is not null and coalesce(p.contact_name, p.contact_email, p.contact_phone) is not null
    then jsonb_build_object('name', p.contact_name, 'email', p.contact_email, 'phone', p.contact_phone,
      'consentAt', p.contact_consent_at, 'consentChannel', p.contact_consent ->> 'channel') end as contact`;

type PremisesRow = Omit<PremisesNode, 'slug'>;

const toPremises = (row: PremisesRow): PremisesNode => ({
  ...row,
  slug: slugOf(row.title) || row.kind.toLowerCase(),
  contact: row.contact && toContact(row.contact),
});

/** JSON has no dates: the scalar wants one. */
const toContact = (contact: PremisesContact): PremisesContact => ({
  ...contact,
  consentAt: new Date(contact.consentAt).toISOString(),
});

/** A page of the premises that the viewer may see, newest first. */
export async function selectPremises(
  context: SubgraphContext,
  { filter, first, after }: { filter?: PremisesFilter; first: number; after?: string },
): Promise<PremisesConnection> {
  const values: unknown[] = [context.requireTerritory()];
  const conditions = ['p.territory_id = $1', ...filterConditions(filter, values)];
  const from = `premises p join commune_reference c on c.code = p.commune_code where ${conditions.join(' and ')}`;
  const counted = [...values];
  let page = '';
  if (after) {
    values.push(cursorId(after));
    page = `and (p.created_at, p.id) < (select created_at, id from premises where id = $${values.length})`;
  }
  values.push(first + 1);
  const [rows, [count]] = await Promise.all([
    context.read<PremisesRow>({
      text: `select ${COLUMNS} from ${from} ${page} order by p.created_at desc, p.id desc limit $${values.length}`,
      values,
    }),
    context.read<{ total: number }>({ text: `select count(*)::int as total from ${from}`, values: counted }),
  ]);
  const { nodes, pageInfo } = toPage(rows, first, ({ id }) => encodeCursor([id]));
  return { totalCount: count?.total ?? 0, nodes: nodes.map(toPremises), pageInfo };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be an id of the database at all. */
export const isUuid = (id: string): boolean => UUID.test(id);

function cursorId(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (typeof id === 'string' && isUuid(id)) return id;
  throw new BadInputError("Ce curseur n'est pas valable.", 'after');
}

// Written out, as the bodies of rows are: combining marks of decomposed letters are what accents come to.
const SEARCHED = `regexp_replace(normalize(lower(p.title || ' ' || p.description || ' ' || c.name), nfd), '[\\u0300-\\u036f]', '', 'g')`;

function filterConditions(filter: PremisesFilter | undefined, values: unknown[]): string[] {
  const conditions: string[] = [];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value === undefined || value === null) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  add(filter?.kinds?.length ? filter.kinds : null, (p) => `p.kind::text = any(${p})`);
  add(filter?.commune, (p) => `p.commune_code = ${p}`);
  add(filter?.tenure, (p) => `p.tenure::text = ${p}`);
  add(filter?.availableBefore?.toISOString().slice(0, 10), (p) => `p.available_from <= ${p}::date`);
  add(filter?.minimumSurface, (p) => `p.surface >= ${p}`);
  if (filter?.fibre) conditions.push('p.fibre');
  const search = filter?.search?.trim();
  add(search ? `%${nameKey(search).replace(/[\\%_]/g, '\\$&')}%` : null, (p) => `${SEARCHED} like ${p}`);
  if (filter?.toRenew) {
    conditions.push(`p.status = 'PUBLISHED' and p.expires_on < current_date + ${REMINDER_DAYS}`);
  } else {
    add(filter?.states ?? [PremisesState.PUBLISHED], (p) => `${STATE} = any(${p})`);
  }
  return conditions;
}

/** Premises by id, whatever their state, as far as the viewer may see them; null when there are none. */
export async function selectPremisesById(context: SubgraphContext, id: string): Promise<PremisesNode | null> {
  if (!isUuid(id)) return null;
  const [row] = await context.read<PremisesRow>({
    text: `select ${COLUMNS} from premises p where p.territory_id = $1 and p.id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row ? toPremises(row) : null;
}

/** The kinds of published premises of a commune, one statement for all communes of a request. */
export function loadPremisesKinds(context: SubgraphContext, code: string): Promise<PremisesKind[]> {
  const territoryId = context.scope.territoryId;
  if (!territoryId) return Promise.resolve([]);
  return context.load('premises kinds', code, async (codes: readonly string[]) => {
    const rows = await context.read<{ code: string; kinds: PremisesKind[] }>({
      name: 'premises kinds',
      text: `select commune_code as code, array_agg(distinct kind::text order by kind::text) as kinds from premises
        where territory_id = $1 and commune_code = any($2) and status = 'PUBLISHED' and expires_on >= current_date
        group by commune_code`,
      values: [territoryId, codes],
    });
    const byCode = new Map(rows.map((row) => [row.code, row.kinds]));
    return codes.map((key) => byCode.get(key) ?? []);
  });
}
