import type { Dataset, DatasetLayout } from '../dataset.js';
import { reject } from '../rejection.js';
import type { Columns } from '../table/column-names.js';
import type { Row } from '../table/read-table.js';
import { COVERAGE_TARGET, type CoverageCount, stagedCoverage } from '../target/coverage.target.js';

const COMMON = { commune: ['code_insee'], premises: ['nbr'], kind: ['type'], date: ['date'] };
const COUNT = /^\d{1,8}$/;

function quarterOf({ date = '' }: Row): string | null {
  const [, year, month] = /^(\d{4})-(\d{2})-\d{2}$/.exec(date) ?? [];
  const quarter = Math.ceil(Number(month) / 3);
  return year && quarter >= 1 && quarter <= 4 ? `${year}-T${quarter}` : null;
}

const layout = (
  title: string,
  columns: Columns,
  toCounts: (counts: Record<string, number>) => Partial<Record<CoverageCount, number>>,
): DatasetLayout => ({
  title,
  importedBy: 'arcep',
  columns: { ...COMMON, ...columns },
  required: [...Object.keys(COMMON), ...Object.keys(columns)],
  communeOf: (row) => row['commune'] as string,
  vintageOf: quarterOf,
  read(row, commune) {
    const quarter = quarterOf(row);
    if (!quarter) return reject('VALUE', `"${row['date']?.slice(0, 20)}" is no day`);
    if (row['kind'] !== 'all')
      return reject('VALUE', `only rows of all premises count, not "${row['kind']?.slice(0, 20)}"`);
    const counts: Record<string, number> = {};
    for (const column of ['premises', ...Object.keys(columns)]) {
      const value = row[column] as string;
      if (!COUNT.test(value)) return reject('VALUE', `"${value.slice(0, 20)}" is no count of premises`);
      counts[column] = Number(value);
    }
    const found = { ...toCounts(counts), premises: counts['premises'] as number };
    if (Object.values(found).some((count) => count > found.premises))
      return reject('VALUE', `more premises are eligible than the ${found.premises} there are`);
    return stagedCoverage(commune, quarter, found);
  },
});

/** ARCEP's "Ma connexion internet", files by commune. */
export const ARCEP: Dataset = {
  name: 'arcep',
  producer: 'ARCEP',
  title: 'Ma connexion internet',
  url: 'https://www.data.gouv.fr/datasets/ma-connexion-internet/',
  licence: 'Licence Ouverte 2.0',
  target: COVERAGE_TARGET,
  keepsEditions: true,
  layouts: [
    layout(
      'the wired speeds of "Ma connexion internet"',
      {
        eight: ['elig_bhd8'],
        thirty: ['elig_thd30'],
        hundred: ['elig_thd100'],
        thousand: ['elig_thd1g'],
      },
      ({ eight, thirty, hundred, thousand }) => ({
        at_least8: eight as number,
        at_least30: thirty as number,
        at_least100: hundred as number,
        at_least1000: thousand as number,
      }),
    ),
    layout(
      'the best technologies of "Ma connexion internet"',
      { fibre: ['elig_ftth'], copper30: ['elig_cu_30'] },
      // Each premises counts under its best access alone: of fibre that is all there is, of the others it is not.
      ({ fibre }) => ({ fibre: fibre as number }),
    ),
    layout(
      'the technologies of "Ma connexion internet"',
      {
        fibre: ['elig_ftth', 'log_ftth'],
        cable: ['elig_coax', 'log_coax'],
        copper: ['elig_cu', 'log_cu'],
        fixed4g: ['elig_4gf', 'log_4gf'],
        satellite: ['elig_sat', 'log_sat'],
      },
      (counts) => counts,
    ),
  ],
};
