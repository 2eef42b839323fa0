import { readPosition } from '../coordinates.js';
import type { Dataset } from '../dataset.js';
import { isRejection, reject } from '../rejection.js';
import type { Row } from '../table/read-table.js';
import { SCHOOL_TARGET } from '../target/school.target.js';
import { stagedFacility } from './facility-row.js';

const TYPES = ['C107', 'C108', 'C109', 'C201', 'C301', 'C302', 'C303'];
const AGRICULTURAL = /agricol|agro|horticol|viticol|forest|maison familiale|\bmfr/i;

/** The BPE's type of a school; '' for what the directory lists besides schools. */
function typeOf(row: Row): string {
  const { kind = '', name = '', nursery, elementary, general, technological } = row;
  if (kind === 'Collège') return 'C201';
  if (kind === 'Lycée') {
    if (AGRICULTURAL.test(name)) return 'C303';
    if (general === '1' || technological === '1') return 'C301';
    return general === '0' ? 'C302' : 'C301';
  }
  if (kind !== 'Ecole' && kind !== 'École') return '';
  if (nursery === '1') return elementary === '1' ? 'C108' : 'C107';
  return elementary === '1' ? 'C109' : '';
}

function positionOf({ longitude = '', latitude = '', geometry = '' }: Row): [string, string] {
  // Some exports give a point as GeoJSON in place of two columns.
  const [, x, y] = /"coordinates"\s*:\s*\[\s*([-\d.]+)\s*,\s*([-\d.]+)/.exec(geometry) ?? [];
  return x !== undefined && y !== undefined ? [x, y] : [longitude, latitude];
}

const DAY = /^20\d{2}-[01]\d-[0-3]\d$/;

/** The year in which the school year of a row begins; null when the file does not date its rows. */
function schoolYearOf({ updated = '' }: Row): number | null {
  if (!DAY.test(updated)) return null;
  const [year, month] = updated.split('-').map(Number) as [number, number];
  return month >= 9 ? year : year - 1;
}

const pupilsOf = ({ children = '' }: Row) => (/^\d{1,4}(\.0)?$/.test(children) ? Number(children) : null);

/** The directory of schools. Services and care homes that it lists too are rejected by their kind. */
export const EDUCATION: Dataset = {
  name: 'education',
  producer: "Ministère de l'Éducation nationale",
  title: "Annuaire de l'éducation",
  url: 'https://data.education.gouv.fr/explore/dataset/fr-en-annuaire-education/',
  licence: 'Licence Ouverte 2.0',
  target: SCHOOL_TARGET,
  types: TYPES,
  layouts: [
    {
      title: 'the directory of schools',
      importedBy: 'education',
      columns: {
        id: ['Identifiant_de_l_etablissement'],
        name: ['Nom_etablissement'],
        kind: ['Type_etablissement'],
        commune: ['Code_commune'],
        nursery: ['Ecole_maternelle'],
        elementary: ['Ecole_elementaire'],
        general: ['Voie_generale'],
        technological: ['Voie_technologique'],
        state: ['etat'],
        longitude: ['longitude'],
        latitude: ['latitude'],
        geometry: ['geometry'],
        children: ['Nombre_d_eleves'],
        updated: ['date_maj_ligne'],
      },
      required: ['id', 'name', 'kind', 'commune', 'nursery', 'elementary', 'general'],
      communeOf: (row) => row['commune'] as string,
      typeOf,
      vintageOf: ({ updated = '' }) => (DAY.test(updated) ? updated : null),
      read(row, commune, context) {
        const { id = '', name = '', kind = '', state = '' } = row;
        if (!/^\d{7}[A-Z]$/.test(id))
          return reject('VALUE', `"${id.slice(0, 20)}" is no number of a school (UAI)`);
        if (state !== '' && state !== 'OUVERT' && state !== 'A FERMER')
          return reject('NOT_IN_OPERATION', `the school is not open: ${state.slice(0, 20)}`);
        const type = typeOf(row);
        if (!type) return reject('TYPE', `"${kind.slice(0, 40)}" is no kind of school`);
        const position = readPosition(...positionOf(row), context.bounds);
        if (position !== null && isRejection(position)) return position;
        const school = stagedFacility(context, { commune, type, name, position, key: id, distinct: true });
        return [...school, schoolYearOf(row), pupilsOf(row)];
      },
    },
  ],
};
