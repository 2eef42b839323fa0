import { facilityTypeOf } from '../../facility/facility-types.js';
import { currentTypeCode } from '../../facility/former-codes.js';
import { checkPosition, fromLambert93, isMissing, numberOf, readPosition } from '../coordinates.js';
import type { Dataset, DatasetLayout, ReadContext } from '../dataset.js';
import { isRejection, reject } from '../rejection.js';
import type { Row } from '../table/read-table.js';
import { FACILITY_TARGET } from '../target/facility.target.js';
import { stagedFacility } from './facility-row.js';

const COLUMNS = {
  year: ['AN'],
  commune: ['DEPCOM'],
  type: ['TYPEQU'],
  id: ['ID_EQUIPEMENT'],
  name: ['NOMRS'],
  complement: ['CNOMRS'],
  siret: ['SIRET'],
  diffusion: ['STATUT_DIFFUSION'],
  nursery: ['CL_PELEM'],
  longitude: ['LONGITUDE'],
  latitude: ['LATITUDE'],
  x: ['LAMBERT_X'],
  y: ['LAMBERT_Y'],
  epsg: ['EPSG'],
};

const typeOf = (row: Row) => currentTypeCode(row['type'] as string, row['nursery'] === '1');

const layout = (title: string, required: string[]): DatasetLayout => ({
  title,
  importedBy: 'bpe',
  columns: COLUMNS,
  required,
  communeOf: (row) => row['commune'] as string,
  typeOf,
  vintageOf: (row) => (/^\d{4}$/.test(row['year'] ?? '') ? `BPE ${row['year']}` : null),
  read,
});

function read(row: Row, commune: string, context: ReadContext) {
  const { id = '', name = '', complement = '', siret = '' } = row;
  if (row['diffusion'] === 'P')
    return reject('NOT_PUBLISHED', 'STATUT_DIFFUSION=P: who runs it asked not to be published');
  const type = typeOf(row);
  if (!facilityTypeOf(type)) return reject('TYPE', `the BPE has no type "${type.slice(0, 20)}"`);
  const position = positionOf(row, context.bounds);
  if (position !== null && isRejection(position)) return position;
  const identified = !isMissing(id);
  return stagedFacility(context, {
    commune,
    type,
    name: isMissing(name) ? complement : name,
    position,
    key: identified ? id : [commune, type, siret, name, complement, ...placeOf(row)].join('|'),
    // Two rows alike down to the establishment's number and name are one; without those, they may well be two.
    distinct: identified || !(isMissing(siret) || isMissing(name)),
  });
}

/** Coordinates as numbers: one edition of a file writes the zeros at their end, another does not. */
const placeOf = ({ longitude = '', latitude = '', x = '', y = '' }: Row) =>
  [longitude || x, latitude || y].map((value) => value && numberOf(value));

function positionOf(row: Row, bounds: ReadContext['bounds']) {
  const { longitude = '', latitude = '', x = '', y = '', epsg = '' } = row;
  const degrees = readPosition(longitude, latitude, bounds);
  // Other projections are overseas, where the file gives degrees too.
  if (degrees !== null || isMissing(x) || isMissing(y) || !['', '2154'].includes(epsg)) return degrees;
  return checkPosition(fromLambert93(numberOf(x), numberOf(y)), bounds);
}

/** INSEE's Base permanente des équipements, facility by facility. */
export const BPE: Dataset = {
  name: 'bpe',
  producer: 'INSEE',
  title: 'Base permanente des équipements',
  url: 'https://www.insee.fr/fr/statistiques/8217525',
  licence: 'Licence Ouverte 2.0',
  target: FACILITY_TARGET,
  layouts: [
    layout('the BPE facility by facility', ['year', 'commune', 'type', 'longitude', 'latitude']),
    layout('the BPE facility by facility (2021)', ['year', 'commune', 'type', 'x', 'y']),
  ],
};
