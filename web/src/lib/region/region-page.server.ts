import { RegionPageDocument, type RegionPageQuery } from '#lib/graphql/generated/graphql.ts';
import { unknownRegion } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { type Cell, cellOf, type FigureName, unknownCell } from './region-figure.ts';

/** One territory and its figures. */
export type RegionRow = {
  id: string;
  slug: string;
  name: string;
  population: number;
  communeCount: number;
  cells: Record<FigureName, Cell>;
};

export type RegionTrend = { year: number; cells: Partial<Record<FigureName, Cell>> }[];

type Region = NonNullable<RegionPageQuery['region']>;

/** A region's figures, by territory and together, up to today or to the end of a year. */
export async function loadRegion(gateway: GatewayClient, code: string, year: number | null) {
  if (!/^\d{2}$/.test(code)) {
    return unknownRegion();
  }
  const { region, indicatorDefinitions } = await gateway.ask(RegionPageDocument, { code, year });
  if (!region) {
    return unknownRegion();
  }
  return {
    code: region.code,
    name: region.name,
    rows: rowsOf(region),
    totals: totalsOf(region),
    trend: trendOf(region),
    demonstration: Boolean(
      region.directoryIndicators?.demonstration || region.accompanimentIndicators?.demonstration,
    ),
    definitions: indicatorDefinitions,
  };
}

/** A subgraph that is away leaves its figures unknown, and the others stand. */
const rowsOf = (region: Region): RegionRow[] =>
  region.territories.map(({ id, slug, name, population, communeCount }, index) => ({
    id,
    slug,
    name,
    population,
    communeCount,
    cells: {
      solos: region.identified?.[index] ?? unknownCell,
      publies: region.published?.[index] ?? unknownCell,
      venus: region.attended?.[index] ?? unknownCell,
      installes: region.effective?.[index] ?? unknownCell,
      projets: region.planned?.[index] ?? unknownCell,
      qualifiees: cellOf(region.offerBreakdown[index]?.communesQualified),
      fibre: cellOf(region.offerBreakdown[index]?.fibreShare),
    },
  }));

const totalsOf = ({
  offerIndicators: offer,
  directoryIndicators: directory,
  accompanimentIndicators: welcome,
}: Region): Record<FigureName, Cell> => ({
  solos: directory?.solosIdentified ?? unknownCell,
  publies: directory?.solosPublished ?? unknownCell,
  venus: welcome?.prospectsAttended ?? unknownCell,
  installes: welcome?.installationsEffective ?? unknownCell,
  projets: welcome?.installationsPlanned ?? unknownCell,
  qualifiees: cellOf(offer.communesQualified),
  fibre: cellOf(offer.fibreShare),
});

/** Year by year; the two services may know their first year of different ones. */
function trendOf({ directoryTrend, accompanimentTrend }: Region): RegionTrend {
  const byYear = new Map<number, RegionTrend[number]>();
  const at = (asOf: string) => {
    const year = Number(asOf.slice(0, 4));
    const known = byYear.get(year) ?? { year, cells: {} };
    byYear.set(year, known);
    return known.cells;
  };
  for (const { asOf, solosIdentified, solosPublished } of directoryTrend ?? []) {
    Object.assign(at(asOf), { solos: solosIdentified, publies: solosPublished });
  }
  for (const entry of accompanimentTrend ?? []) {
    Object.assign(at(entry.asOf), {
      venus: entry.prospectsAttended,
      installes: entry.installationsEffective,
      projets: entry.installationsPlanned,
    });
  }
  return [...byYear.values()].sort((one, other) => one.year - other.year);
}
