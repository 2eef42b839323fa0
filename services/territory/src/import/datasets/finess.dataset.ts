import { checkPosition, fromLambert93, isMissing, numberOf, readPosition } from '../coordinates.js';
import { type Dataset, type DatasetLayout, KNOWN_BETTER, type ReadContext } from '../dataset.js';
import { isRejection, reject } from '../rejection.js';
import type { Columns } from '../table/column-names.js';
import type { Row } from '../table/read-table.js';
import { FINESS_TARGET } from '../target/finess.target.js';
import { facilityIdOf, stagedFacility } from './facility-row.js';
import { TYPE_OF_CATEGORY } from './finess-categories.js';
import { FINESS_STOCK } from './finess-stock.js';

const typeOf = (row: Row) => TYPE_OF_CATEGORY[row['category'] as string] ?? '';

/** FINESS writes a department and a number within; overseas, 9A and 101 are Guadeloupe's 97101. */
const communeOf = ({ department = '', commune = '' }: Row) =>
  `${department.startsWith('9') && /[A-F]$/.test(department) ? '97' : department.padStart(2, '0')}${commune.padStart(3, '0')}`;

function positionOf(row: Row, bounds: ReadContext['bounds']) {
  const { longitude = '', latitude = '', x = '', y = '', projection = '' } = row;
  if (!isMissing(longitude)) return readPosition(longitude, latitude, bounds);
  if (isMissing(x) || isMissing(y) || !/LAMBERT|2154/i.test(projection)) return null;
  return checkPosition(fromLambert93(numberOf(x), numberOf(y)), bounds);
}

const layout = (title: string, columns: Columns, severalRows = false): DatasetLayout => ({
  title,
  importedBy: 'finess',
  columns,
  required: ['id', 'name', 'commune', 'department', 'category'],
  communeOf,
  typeOf,
  vintageOf: ({ located = '' }) => (/^\d{4}-\d{2}-\d{2}$/.test(located) ? located : null),
  read(row, commune, context) {
    const { id = '', name = '', category = '' } = row;
    if (!/^[0-9AB]{2}\d{7}$/.test(id)) return reject('VALUE', `"${id.slice(0, 20)}" is no FINESS number`);
    if (!/^\d{3}$/.test(category))
      return reject('TYPE', `"${category.slice(0, 20)}" is no category of FINESS`);
    const type = typeOf(row);
    // The BPE speaks of the other categories.
    if (!type || (severalRows && context.seen.has(id))) return KNOWN_BETTER;
    context.seen.set(id, commune);
    const position = positionOf(row, context.bounds);
    if (position !== null && isRejection(position)) return position;
    return stagedFacility(context, { commune, type, name, position, key: id, distinct: true });
  },
});

const establishments = layout('the FINESS establishments (stock)', FINESS_STOCK.columns);

/** The producer's own file has no header: establishments first, then where they stand, by their number. */
const stock: DatasetLayout = {
  ...establishments,
  headless: FINESS_STOCK.headless,
  communeOf: (row, { seen }) => (isPlace(row) ? (seen.get(row['id'] as string) ?? null) : communeOf(row)),
  completes: isPlace,
  read(row, commune, context) {
    if (!isPlace(row)) return establishments.read(row, commune, context);
    const { id = '', second: x = '', name: y = '', fourth: projection = '' } = row;
    const position = positionOf({ x, y, projection }, context.bounds);
    if (position !== null && isRejection(position)) return position;
    const { longitude = null, latitude = null } = position ?? {};
    return [facilityIdOf(context.idSpace, id), commune, null, '', longitude, latitude, false, false];
  },
};

function isPlace({ section }: Row): boolean {
  return section === 'geolocalisation';
}

/** The register of health and social establishments, for the types that it lists completely. */
export const FINESS: Dataset = {
  name: 'finess',
  producer: 'Agence du numérique en santé',
  title: 'FINESS, établissements sanitaires et sociaux',
  url: 'https://www.data.gouv.fr/datasets/finess-extraction-du-fichier-des-etablissements/',
  licence: 'Licence Ouverte 2.0',
  target: FINESS_TARGET,
  types: [...new Set(Object.values(TYPE_OF_CATEGORY))],
  layouts: [
    stock,
    layout('the FINESS establishments', {
      id: ['nofinesset'],
      name: ['rs'],
      commune: ['commune'],
      department: ['departement'],
      category: ['categetab'],
      x: ['coordxet'],
      y: ['coordyet'],
      projection: ['sourcecoordet'],
      located: ['datemaj_geoloc'],
    }),
    layout(
      'the FINESS establishments, by activity',
      {
        id: ['numero finess etablissement'],
        name: ['raison_sociale'],
        commune: ['code commune'],
        department: ['departement'],
        category: ['categetab'],
        longitude: ['longitude'],
        latitude: ['latitude'],
      },
      true,
    ),
  ],
};
