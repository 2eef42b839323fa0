import type { Dataset, DatasetLayout } from '../../dataset.js';
import { reject } from '../../rejection.js';
import type { Columns } from '../../table/column-names.js';
import type { Row } from '../../table/read-table.js';
import { POPULATIONS_TARGET } from '../../target/populations.target.js';

const COUNT = /^\d{1,8}$/;

const layout = (title: string, columns: Columns, communeOf: (row: Row) => string | null): DatasetLayout => ({
  title,
  importedBy: 'populations',
  columns,
  required: Object.keys(columns),
  communeOf,
  otherLevel: "INSEE's populations of other areas",
  vintageOf: ({ year = '' }) => (/^\d{4}$/.test(year) ? year : null),
  read(row, commune) {
    // Sheets write thousands with spaces, of which some are not to be broken.
    const population = (row['population'] as string).replace(/[\s\u00a0\u202f]/g, '');
    if (!COUNT.test(population))
      return reject('VALUE', `"${row['population']?.slice(0, 20)}" is no number of inhabitants`);
    return [commune, communeOf(row), Number(population)];
  },
});

/** INSEE's populations of reference: municipal ones (PMUN), by which communes are compared. */
export const POPULATIONS: Dataset = {
  name: 'populations',
  producer: 'INSEE',
  title: 'Populations de référence des communes',
  url: 'https://catalogue-donnees.insee.fr/fr/catalogue/recherche/DS_POPULATIONS_REFERENCE',
  licence: 'Licence Ouverte 2.0',
  operatorOnly: true,
  target: POPULATIONS_TARGET,
  layouts: [
    layout(
      "INSEE's populations of communes",
      { commune: ['COM', 'CODGEO'], population: ['PMUN'] },
      (row) => row['commune'] as string,
    ),
    layout(
      "INSEE's populations of communes, by department and number",
      {
        department: ['Code département'],
        number: ['Code commune'],
        population: ['Population municipale'],
      },
      ({ department = '', number = '' }) =>
        // Overseas, the department's third digit is the number's first.
        `${department.padStart(2, '0').slice(0, 2)}${number.padStart(3, '0')}`,
    ),
    layout(
      "INSEE's populations of reference (DS_POPULATIONS_REFERENCE)",
      {
        commune: ['GEO'],
        level: ['GEO_OBJECT'],
        measure: ['POPREF_MEASURE'],
        year: ['TIME_PERIOD'],
        population: ['OBS_VALUE'],
      },
      ({ commune = '', level, measure }) => (level === 'COM' && measure === 'PMUN' ? commune : null),
    ),
  ],
};
