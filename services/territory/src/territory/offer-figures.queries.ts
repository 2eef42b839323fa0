import type { SubgraphContext } from '@ancrage/subgraph';
import type { OfferIndicators } from './territory.types.js';

interface FiguresRow {
  territoryId: string;
  communes: number;
  communesQualified: number;
  facilities: number;
  facilityTypes: number;
  fibrePremises: number | null;
  premises: number | null;
  asOf: Date;
}

/** The function counts beyond the tenant, and gives figures alone. */
async function selectRows(
  context: SubgraphContext,
  territoryIds: readonly string[],
): Promise<ReadonlyMap<string, FiguresRow>> {
  const rows = await context.read<FiguresRow & Record<string, unknown>>({
    name: 'offer figures',
    text: `select territory_id as "territoryId", communes, communes_qualified as "communesQualified", facilities,
        facility_types as "facilityTypes", fibre_premises as "fibrePremises", premises, as_of as "asOf"
      from offer_figures_of($1)`,
    values: [territoryIds],
  });
  return new Map(rows.map((row) => [row.territoryId, row]));
}

/** What is verified expires without a write: nobody has to know it sooner than a minute later. */
const minute = (): string => new Date().toISOString().slice(0, 16);

/** The offer of each of several territories that are shown, in their order; read anew of those alone that changed since. */
export const loadOfferFigures = (
  context: SubgraphContext,
  territoryIds: readonly string[],
): Promise<readonly (FiguresRow | null)[]> =>
  keptFigures(context).of(territoryIds, minute(), (missing) => selectRows(context, missing));

const keptFigures = (context: SubgraphContext) => context.kept<FiguresRow>('offer figures');

/** The offer of the territories of a region together, summed anew when one of them is another. */
export async function loadOfferIndicators(
  context: SubgraphContext,
  region: string,
  territoryIds: readonly string[],
): Promise<OfferIndicators> {
  const figures = await loadOfferFigures(context, territoryIds);
  // A region without territories has an offer of this moment, which is not to be kept.
  if (figures.length === 0) return offerIndicatorsOf(figures);
  return keptFigures(context).whole(region, figures, () => offerIndicatorsOf(figures));
}

/** The offer of one territory, read with the others that a request asks about. */
export const loadOfferFiguresOf = (
  context: SubgraphContext,
  territoryId: string,
): Promise<FiguresRow | null> =>
  context.load('offer figures', territoryId, async (ids: readonly string[]) => [
    ...(await loadOfferFigures(context, ids)),
  ]);

/** The offer of territories taken together. Types are not summed across them: the largest number of one is given. */
export function offerIndicatorsOf(figures: readonly (FiguresRow | null)[]): OfferIndicators {
  const rows = figures.filter((row) => row !== null);
  const sum = (value: (row: FiguresRow) => number | null) =>
    rows.reduce((total, row) => total + (value(row) ?? 0), 0);
  const premises = sum((row) => row.premises);
  return {
    communes: sum((row) => row.communes),
    communesQualified: sum((row) => row.communesQualified),
    facilities: sum((row) => row.facilities),
    facilityTypes: rows.reduce((most, row) => Math.max(most, row.facilityTypes), 0),
    fibreShare: premises > 0 ? Math.round((sum((row) => row.fibrePremises) / premises) * 1000) / 1000 : null,
    // A region without territories has no offer, and that is so today.
    asOf: rows.length > 0 ? rows.map((row) => row.asOf).reduce((a, b) => (a > b ? a : b)) : new Date(),
    sourceId: null,
  };
}
