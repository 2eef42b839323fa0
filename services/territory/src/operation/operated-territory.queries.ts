import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import { nameKey } from '@ancrage/subgraph/slug';
import type {
  OfferReadiness,
  OperatedState,
  OperatedTerritory,
  OperatedTerritoryConnection,
} from './operated-territory.js';

const STATE = `case when t.status <> 'ACTIVE' then t.status::text
  when coalesce(f.facilities, 0) = 0 then 'PREPARING' else 'ONLINE' end`;

const FROM = `from territory t
  left join offer_figures_of(array(select id from territory)) f on f.territory_id = t.id`;

const COLUMNS = `t.id, t.slug, t.name, t.status, ${STATE} as state, t.region_code as "regionCode", t.population,
  t.commune_count as "communeCount", t.created_at as "createdAt", t.suspension->>'reason' as "suspensionReason",
  (t.suspension->>'since')::timestamptz as "suspendedSince",
  array(select host from territory_host h where h.territory_id = t.id order by host) as hosts`;

export interface OperatedFilter {
  search?: string | undefined;
  region?: string | undefined;
  state?: OperatedState | undefined;
}

/** Territories by name, whatever their state; for operators. */
export async function selectOperatedTerritories(
  context: SubgraphContext,
  { search, region, state }: OperatedFilter,
  first: number,
  after?: string,
): Promise<OperatedTerritoryConnection> {
  const [name, id] = after ? decodeCursor(after, 2) : [null, null];
  const words = search ? nameKey(search.trim()).replace(/[%_\\]/g, '\\$&') : '';
  const rows = await context.read<OperatedTerritory & { total: number }>({
    name: 'operated territories',
    text: `with found as (
        select ${COLUMNS} ${FROM}
        where ($1 = '' or t.slug like '%' || replace($1, ' ', '-') || '%' or lower(unaccent(t.name)) like '%' || $1 || '%')
          and ($2::text is null or t.region_code = $2)
      ), kept as (select * from found where $3::text is null or state = $3)
      select kept.*, (select count(*)::int from kept) as total from kept
      where $4::text is null or (name, id) > ($4, $5::uuid) order by name, id limit $6`,
    values: [words, region ?? null, state ?? null, name, id, first + 1],
  });
  return {
    totalCount: rows[0]?.total ?? 0,
    ...toPage(rows, first, (row) => encodeCursor([row.name, row.id])),
  };
}

/** The request's territory, for its operators. */
export async function selectOperatedTerritory(context: SubgraphContext): Promise<OperatedTerritory | null> {
  const [row] = await context.read<OperatedTerritory>({
    name: 'operated territory',
    text: `select ${COLUMNS} ${FROM} where t.id = $1`,
    values: [context.requireTerritory()],
  });
  return row ?? null;
}

export async function selectOfferReadiness(context: SubgraphContext): Promise<OfferReadiness> {
  const [row] = await context.read<OfferReadiness>({
    name: 'offer readiness',
    text: `select
        (select count(*)::int from territory_commune tc join commune_contour c using (commune_code)
          where tc.territory_id = $1 and not c.approximate) as "officialContours",
        coalesce(f.facilities, 0) as facilities, coalesce(f.demonstration, false) as demonstration,
        (select count(distinct commune_code)::int from broadband_coverage where territory_id = $1) as "broadbandCommunes",
        coalesce(trim(t.texts->t.default_locale->>'tagline'), '') <> ''
          and coalesce(trim(t.texts->t.default_locale->>'presentation'), '') <> '' as presented,
        coalesce(t.mail_sender->>'replyTo', t.mail_sender->>'from', '') <> '' as "answersReach"
      from territory t left join offer_figures f on f.territory_id = t.id where t.id = $1`,
    values: [context.requireTerritory()],
  });
  // The gateway may name a territory for a moment after it was taken away.
  if (!row) throw new NotFoundError("Ce territoire n'existe pas.");
  return row;
}
