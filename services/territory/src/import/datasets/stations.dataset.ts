import { readPosition } from '../coordinates.js';
import type { Dataset, DatasetLayout } from '../dataset.js';
import { isRejection, reject } from '../rejection.js';
import type { Columns } from '../table/column-names.js';
import type { Row } from '../table/read-table.js';
import { FACILITY_TARGET } from '../target/facility.target.js';
import { stagedFacility } from './facility-row.js';

/** Segments of the regulated stations' document: national, regional, local. */
const TYPE_OF_SEGMENT: Readonly<Record<string, string>> = { A: 'E107', B: 'E108', C: 'E109' };
const typeOf = ({ segment = '' }: Row) => TYPE_OF_SEGMENT[segment.trim().charAt(0).toUpperCase()] ?? '';

const layout = (title: string, columns: Columns, communeOf: (row: Row) => string): DatasetLayout => ({
  title,
  importedBy: 'stations',
  columns,
  required: Object.keys(columns),
  communeOf,
  typeOf,
  read(row, commune, context) {
    const type = typeOf(row);
    if (!type)
      return reject('TYPE', `"${row['segment']?.slice(0, 20)}" is no segment of stations (A, B or C)`);
    // One edition pads the UIC code with zeros, another does not; a station of several has them separated.
    const [uic] = row['uic']?.match(/\d{8}\b/) ?? [];
    if (!uic) return reject('VALUE', `"${row['uic']?.slice(0, 20)}" is no UIC code`);
    const [latitude = '', longitude = ''] = row['position']?.split(',') ?? [];
    const position = readPosition(longitude, latitude, context.bounds);
    if (position !== null && isRejection(position)) return position;
    return stagedFacility(context, {
      commune,
      type,
      name: row['name'] ?? '',
      position,
      key: uic,
      distinct: true,
    });
  },
});

/** Stations where passengers board. */
export const STATIONS: Dataset = {
  name: 'stations',
  producer: 'SNCF Gares & Connexions',
  title: 'Gares de voyageurs',
  url: 'https://ressources.data.sncf.com/explore/dataset/gares-de-voyageurs/',
  licence: 'ODbL 1.0',
  target: FACILITY_TARGET,
  types: Object.values(TYPE_OF_SEGMENT),
  layouts: [
    layout(
      'the list of passenger stations',
      {
        name: ['Nom'],
        segment: ['Segment(s) DRG'],
        position: ['Position géographique'],
        commune: ['Code commune'],
        uic: ['Code(s) UIC', 'UIC'],
      },
      (row) => row['commune'] as string,
    ),
    layout(
      'the register of passenger stations',
      {
        name: ['alias_libelle_noncontraint'],
        segment: ['segmentdrg_libelle'],
        position: ['wgs_84'],
        department: ['departement_numero'],
        commune: ['commune_code'],
        uic: ['uic_code'],
      },
      ({ department = '', commune = '' }) => `${department}${commune}`,
    ),
  ],
};
