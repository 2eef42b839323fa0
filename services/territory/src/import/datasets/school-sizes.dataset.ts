import { slugOf } from '@ancrage/subgraph/slug';
import type { Dataset } from '../dataset.js';
import { reject } from '../rejection.js';
import { SCHOOL_SIZE_TARGET } from '../target/school-size.target.js';
import { facilityIdOf } from './facility-row.js';

const COUNT = /^\d{1,5}$/;

/** The department in the number of a school: 009 is Ariège, 620 and 720 the two of Corse. */
function departmentOf(school: string): string {
  const digits = school.slice(0, 3);
  if (digits === '620') return '2A';
  if (digits === '720') return '2B';
  return digits.startsWith('0') ? digits.slice(1) : digits;
}

/** Pupils and classes of every primary school, by school year. */
export const SCHOOL_SIZES: Dataset = {
  name: 'school-sizes',
  producer: "Ministère de l'Éducation nationale (DEPP)",
  title: 'Écoles : effectifs et classes',
  url: 'https://data.education.gouv.fr/explore/dataset/fr-en-ecoles-effectifs-nb_classes/',
  licence: 'Licence Ouverte 2.0',
  target: SCHOOL_SIZE_TARGET,
  complements: true,
  layouts: [
    {
      title: 'the classes and pupils of schools',
      importedBy: 'school-sizes',
      columns: {
        year: ['Rentrée scolaire'],
        school: ["Numéro de l'école"],
        commune: ['Commune'],
        classes: ['Nombre total de classes'],
        children: ["Nombre total d'élèves"],
      },
      required: ['year', 'school', 'commune', 'classes', 'children'],
      communeOf: (row) => row['commune'] as string,
      unplaced: true,
      vintageOf: ({ year = '' }) => (/^\d{4}$/.test(year) ? `rentrée ${year}` : null),
      read({ year = '', school = '', commune = '', classes = '', children = '' }, _code, { territoryId }) {
        if (!/^\d{7}[A-Z]$/.test(school))
          return reject('VALUE', `"${school.slice(0, 20)}" is no number of a school (UAI)`);
        if (!/^(19|20)\d{2}$/.test(year)) return reject('VALUE', `"${year.slice(0, 20)}" is no school year`);
        const wrong = [classes, children].find((count) => !COUNT.test(count));
        if (wrong !== undefined) return reject('VALUE', `"${wrong.slice(0, 20)}" is no count`);
        return [
          facilityIdOf(`education|${territoryId}`, school),
          school,
          departmentOf(school),
          slugOf(commune),
          Number(year),
          Number(children),
          Number(classes),
        ];
      },
    },
  ],
};
