import { families } from '#lib/facts/families.ts';
import type { FacilityFamily, OfferMatrixQuery } from '#lib/graphql/generated/graphql.ts';
import { filterValue, type ListShape, type ListState } from '#lib/list/list-state.ts';

export type MatrixCommune = NonNullable<OfferMatrixQuery['territory']>['communes'][number];
export type MatrixFamily = MatrixCommune['qualification']['families'][number];

/** A cell of the matrix: figures, and how high its glass is filled, in eighths. */
export type MatrixCell = {
  family: FacilityFamily;
  types: number;
  known: number;
  verified: number;
  expired: number;
  conflicts: number;
  knownEighths: number;
  verifiedEighths: number;
};
export type MatrixRow = {
  code: string;
  name: string;
  population: number | null;
  completeness: number;
  verifiedShare: number;
  cells: MatrixCell[];
};

export const matrixList = 'offre';
export const matrixShape: ListShape = {
  filters: [
    { name: 'epci', values: /^\d{9}$/ },
    { name: 'montre', values: ['conflits', 'inconnus', 'a-renouveler', 'non-verifies'] },
  ],
  sorts: ['nom', '-nom', 'faiblesse', 'population', '-population', 'epci'],
};

/** Rows on a page: all of a territory like the first ones, a readable part of a region. */
export const matrixPage = 150;

export function rowOf({ code, name, population, qualification }: MatrixCommune): MatrixRow {
  const byFamily = new Map(qualification.families.map((each) => [each.family, each]));
  return {
    code,
    name,
    population: population ?? null,
    completeness: qualification.completeness,
    verifiedShare: qualification.verifiedShare,
    cells: families.map((family) => cellOf(family, byFamily.get(family))),
  };
}

function cellOf(family: FacilityFamily, counted: MatrixFamily | undefined): MatrixCell {
  const { types = 0, present = 0, absent = 0, verified = 0, expired = 0, conflicts = 0 } = counted ?? {};
  const known = present + absent;
  return {
    family,
    types,
    known,
    verified,
    expired,
    conflicts,
    knownEighths: eighths(known, types),
    verifiedEighths: eighths(verified, types),
  };
}

/** A share in eighths; a little is never shown as nothing, nor almost all as all. */
export function eighths(part: number, whole: number): number {
  if (whole <= 0 || part <= 0) {
    return 0;
  }
  return part >= whole ? 8 : Math.min(7, Math.max(1, Math.round((part / whole) * 8)));
}

/** The communes that a view of the matrix shows, in its order; the page is taken from them afterwards. */
export function matrixCommunes(communes: MatrixCommune[], view: ListState): MatrixCommune[] {
  const wanted = plain(view.q);
  const body = filterValue(view, 'epci');
  const shown = filterValue(view, 'montre');
  return communes
    .filter(
      (commune) =>
        (!wanted || plain(commune.name).includes(wanted) || commune.code.startsWith(view.q)) &&
        (!body || commune.intercommunality?.siren === body) &&
        (!shown || commune.qualification.families.some((family) => shows[shown]?.(family))),
    )
    .toSorted(orders[view.sort] ?? byName);
}

const shows: Record<string, (family: MatrixFamily) => boolean> = {
  conflits: ({ conflicts }) => conflicts > 0,
  inconnus: ({ unknown }) => unknown > 0,
  'a-renouveler': ({ expired }) => expired > 0,
  'non-verifies': ({ verified, types }) => verified < types,
};

const conflictsOf = ({ qualification }: MatrixCommune): number =>
  qualification.families.reduce((sum, { conflicts }) => sum + conflicts, 0);
const byName = (one: MatrixCommune, other: MatrixCommune) => one.name.localeCompare(other.name, 'fr');
const byPopulation = (one: MatrixCommune, other: MatrixCommune) =>
  (one.population ?? -1) - (other.population ?? -1) || byName(one, other);

const orders: Record<string, (one: MatrixCommune, other: MatrixCommune) => number> = {
  nom: byName,
  '-nom': (one, other) => byName(other, one),
  // The least known first; between equals, the most disputed, then the least verified.
  faiblesse: (one, other) =>
    one.qualification.completeness - other.qualification.completeness ||
    conflictsOf(other) - conflictsOf(one) ||
    one.qualification.verifiedShare - other.qualification.verifiedShare ||
    byName(one, other),
  population: (one, other) => byPopulation(other, one),
  '-population': byPopulation,
  epci: (one, other) =>
    (one.intercommunality?.siren ?? '').localeCompare(other.intercommunality?.siren ?? '') ||
    byName(one, other),
};

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’'-]/g, ' ').toLowerCase();
