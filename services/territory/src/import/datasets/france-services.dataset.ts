import { isMissing, readPosition } from '../coordinates.js';
import type { Dataset } from '../dataset.js';
import { isRejection, reject } from '../rejection.js';
import { FACILITY_TARGET } from '../target/facility.target.js';
import { stagedFacility } from './facility-row.js';

const TYPE = 'A128';

/** The list of France services desks. */
export const FRANCE_SERVICES: Dataset = {
  name: 'france-services',
  producer: 'ANCT',
  title: 'Liste des France services',
  url: 'https://www.data.gouv.fr/datasets/liste-des-structures-france-services/',
  licence: 'Licence Ouverte 2.0',
  target: FACILITY_TARGET,
  types: [TYPE],
  layouts: [
    {
      title: 'the list of France services',
      importedBy: 'france-services',
      columns: {
        id: ['id_fs'],
        name: ['lib_fs'],
        commune: ['insee_com'],
        longitude: ['longitude'],
        latitude: ['latitude'],
      },
      required: ['id', 'name', 'commune', 'longitude', 'latitude'],
      communeOf: (row) => row['commune'] as string,
      typeOf: () => TYPE,
      read({ id = '', name = '', longitude = '', latitude = '' }, commune, context) {
        if (isMissing(id)) return reject('VALUE', 'it has no number (id_fs)');
        const position = readPosition(longitude, latitude, context.bounds);
        if (position !== null && isRejection(position)) return position;
        return stagedFacility(context, { commune, type: TYPE, name, position, key: id, distinct: true });
      },
    },
  ],
};
