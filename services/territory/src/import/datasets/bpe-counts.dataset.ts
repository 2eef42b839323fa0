import { facilityTypeOf } from '../../facility/facility-types.js';
import { currentTypeCode } from '../../facility/former-codes.js';
import type { Dataset, DatasetLayout } from '../dataset.js';
import { reject } from '../rejection.js';
import type { Columns } from '../table/column-names.js';
import type { Row } from '../table/read-table.js';
import { COUNTS_TARGET } from '../target/counts.target.js';

const TOTAL = '_T';
/** What tells apart rows of one type in one place, in editions that break counts down. */
const BREAKDOWN = [
  'place',
  'canteen',
  'boarding',
  'grouping',
  'nursery',
  'preparatory',
  'priority',
  'sector',
];

const typeOf = (row: Row) => currentTypeCode(row['type'] as string, row['nursery'] === '1');

const layout = (
  title: string,
  columns: Columns,
  communeOf: (row: Row) => string | null,
  required = ['commune', 'type', 'year', 'count'],
  otherLevel = 'the counts of the BPE by department',
): DatasetLayout => ({
  title,
  importedBy: 'bpe-counts',
  columns,
  required,
  communeOf,
  otherLevel,
  typeOf,
  vintageOf: ({ year = '' }) => (/^\d{4}$/.test(year) ? `BPE ${year}` : null),
  read(row, commune) {
    const { year = '', count = '' } = row;
    const type = typeOf(row);
    if (!facilityTypeOf(type)) return reject('TYPE', `the BPE has no type "${type.slice(0, 20)}"`);
    if (!/^\d{1,6}(\.0+)?$/.test(count)) return reject('VALUE', `"${count.slice(0, 20)}" is no count`);
    if (!/^\d{4}$/.test(year)) return reject('VALUE', `"${year.slice(0, 20)}" is no year`);
    // Types that became one are counted together, and are no repetition; nor are the communes that did.
    const key = [row['commune'], row['type'], ...BREAKDOWN.map((column) => row[column] ?? '')].join('|');
    return [commune, type, Number(count), Number(year), key];
  },
});

/** INSEE's Base permanente des équipements, how many of each type by commune. */
export const BPE_COUNTS: Dataset = {
  name: 'bpe-counts',
  producer: 'INSEE',
  title: 'Base permanente des équipements, dénombrements par commune',
  url: 'https://catalogue-donnees.insee.fr/fr/catalogue/recherche/DS_BPE',
  licence: 'Licence Ouverte 2.0',
  target: COUNTS_TARGET,
  layouts: [
    layout(
      'the counts of the BPE by commune (DS_BPE)',
      {
        commune: ['GEO'],
        level: ['GEO_OBJECT'],
        type: ['FACILITY_TYPE'],
        measure: ['BPE_MEASURE'],
        year: ['TIME_PERIOD'],
        count: ['OBS_VALUE'],
      },
      // Departments, regions and totals stand between the communes' rows.
      ({ commune = '', level, type, measure }) =>
        level === 'COM' && type !== TOTAL && (measure || 'FACILITIES') === 'FACILITIES' ? commune : null,
      ['commune', 'level', 'type', 'year', 'count'],
    ),
    layout(
      'the counts of the BPE by area (2021)',
      { commune: ['REF_AREA'], type: ['TYPEQU'], year: ['TIME_PERIOD'], count: ['NB_EQPMT'] },
      ({ commune = '', type }) => (/^\d?\d[\dAB]\d{2}$/.test(commune) && type !== TOTAL ? commune : null),
    ),
    layout(
      'the counts of the BPE by commune (before 2022)',
      {
        commune: ['DEPCOM'],
        place: ['DCIRIS'],
        type: ['TYPEQU'],
        year: ['AN'],
        count: ['NB_EQUIP'],
        canteen: ['CANT'],
        boarding: ['INT'],
        grouping: ['RPIC'],
        nursery: ['CL_PELEM'],
        preparatory: ['CL_PGE'],
        priority: ['EP'],
        sector: ['SECT'],
      },
      ({ commune = '' }) => commune,
    ),
  ],
};
