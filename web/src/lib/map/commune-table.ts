import { serviceKeys, services, typeCodes } from './services.ts';
import { classOrder, type MapCommune, type PremisesKind, premisesWords } from './vocabulary.ts';

/** A commune as a row: thousands of them are sent with a page, so that fields have places, not names. */
type Row = [
  code: string,
  name: string,
  slug: string,
  population: number | null,
  postalCodes: string,
  longitude: number | null,
  latitude: number | null,
  intercommunality: string,
  broadbandClass: number | null,
  soloCount: number | null,
  fibreShare: number | null,
  completeness: number | null,
  premises: number | null,
  kilometres: (number | null)[],
];

/** Of a service: null where all of it is known everywhere, 0 nowhere, else kilometres to a gap by row. */
type Gaps = null | 0 | (number | null)[];

export type CommuneTable = { rows: Row[]; gaps: Gaps[] };

/** What the gateway says of a commune; distances are in the order of `typeCodes`. */
export type AnsweredCommune = Omit<MapCommune, 'kilometres' | 'gaps' | 'premises'> & {
  premisesKinds?: PremisesKind[] | null;
  distances?: readonly (number | null)[] | null;
};

/** Of each commune in their order, where a type of service is not all known. */
export type AnsweredListing = {
  type: { code: string };
  extent: 'EVERYWHERE' | 'SOMEWHERE' | 'NOWHERE';
  gaps: readonly (number | null)[] | null;
};

const kinds = Object.keys(premisesWords) as PremisesKind[];
const typePlaces = new Map(typeCodes.map((code, place) => [code, place]));

/** The table of a territory: a service is as far as the nearest of its types, and its gaps are theirs. */
export function packCommunes(
  communes: readonly AnsweredCommune[],
  listings: readonly AnsweredListing[],
): CommuneTable {
  const byType = new Map(listings.map((listing) => [listing.type.code, listing]));

  return {
    gaps: serviceKeys.map((key) =>
      services[key].types.map((type) => gapsOf(byType.get(type))).reduce(nearestGaps),
    ),
    rows: communes.map((commune): Row => {
      const { premisesKinds, distances, centre } = commune;
      return [
        commune.code,
        commune.name,
        commune.slug,
        commune.population,
        commune.postalCodes.join(' '),
        centre?.longitude ?? null,
        centre?.latitude ?? null,
        commune.intercommunality?.siren ?? '',
        commune.broadbandClass ? classOrder.indexOf(commune.broadbandClass) : null,
        commune.soloCount,
        commune.fibreShare,
        commune.completeness,
        premisesKinds ? premisesKinds.reduce((bits, kind) => bits | (1 << kinds.indexOf(kind)), 0) : null,
        serviceKeys.map((key) => nearest(services[key].types, distances ?? [])),
      ];
    }),
  };
}

/** The communes of a table, as the map and its list know them. */
export function unpackCommunes({ rows, gaps }: CommuneTable): MapCommune[] {
  const same = gaps.every((gap) => gap === null || gap === 0) ? (gaps as (null | 0)[]) : null;
  return rows.map((row, index): MapCommune => {
    const [code, name, slug, population, postalCodes, longitude, latitude, siren, ...figures] = row;
    const [speed, soloCount, fibreShare, completeness, premises, kilometres] = figures;
    return {
      code,
      name,
      slug,
      population,
      postalCodes: postalCodes.split(' ').filter(Boolean),
      centre: longitude === null || latitude === null ? null : { longitude, latitude },
      intercommunality: siren ? { siren } : null,
      broadbandClass: speed === null ? null : (classOrder[speed] ?? null),
      soloCount,
      fibreShare,
      completeness,
      premises: premises === null ? null : kinds.filter((_, bit) => premises & (1 << bit)),
      kilometres,
      // One array stands for all communes while they are alike.
      gaps: same ?? gaps.map((gap) => (Array.isArray(gap) ? (gap[index] ?? null) : gap)),
    };
  });
}

/** Without an answer, nothing is known to be complete. */
function gapsOf(listing: AnsweredListing | undefined): Gaps {
  if (listing?.extent === 'EVERYWHERE') {
    return null;
  }
  return listing?.extent === 'SOMEWHERE' ? [...(listing.gaps ?? [])] : 0;
}

/** Where one type of a service may be unheard of, the service may. */
function nearestGaps(one: Gaps, other: Gaps): Gaps {
  if (one === null || other === null || one === 0 || other === 0) {
    return one === 0 || other === 0 ? 0 : (one ?? other);
  }
  return one.map((gap, row) => {
    const others = other[row] ?? null;
    return gap === null || others === null ? (gap ?? others) : Math.min(gap, others);
  });
}

function nearest(types: readonly string[], distances: readonly (number | null)[]): number | null {
  const known = types.flatMap((type) => distances[typePlaces.get(type) ?? -1] ?? []);
  return known.length > 0 ? Math.min(...known) : null;
}
