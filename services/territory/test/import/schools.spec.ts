import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, type Importing, importing } from './importing.js';

let importer: Importing;
beforeAll(async () => {
  importer = await importing();
});

const enrolments = () =>
  importer.rows<{ name: string; year: number }>(
    `select f.name, e.year, e.children, e.classes, e.commune_code from facility_enrolment e join facility f on f.id = e.facility_id
     order by f.name collate "C", e.year`,
  );

describe('pupils', () => {
  it('come with the directory, for the school year of the file', async () => {
    const none = await importer.run('school-sizes', fixture('effectifs-classes.csv'));
    expect(none.counts).toMatchObject({ imported: 0, unchanged: 0 });
    const outcome = await importer.run('education', fixture('annuaire-education.csv'));
    expect(outcome).toMatchObject({ counts: { imported: 4, rejected: 2 }, vintage: '2026-03-01' });
    expect(await enrolments()).toEqual([
      { name: 'Collège du Haut Pays', year: 2025, children: 186, classes: null, commune_code: '09032' },
      { name: 'Lycée des métiers du bois', year: 2025, children: 240, classes: null, commune_code: '09122' },
      {
        name: 'École maternelle du Castella',
        year: 2025,
        children: 61,
        classes: null,
        commune_code: '09122',
      },
      { name: 'École primaire du Bosquet', year: 2025, children: 120, classes: null, commune_code: '09122' },
    ]);
    const again = await importer.run('education', fixture('annuaire-education.csv'));
    expect(again.counts).toMatchObject({ imported: 0, unchanged: 4 });
  });

  it('come with their classes for every year, by the number of the school', async () => {
    const outcome = await importer.run('school-sizes', fixture('effectifs-classes.csv'));
    expect(outcome).toMatchObject({
      counts: { read: 8, imported: 2, unchanged: 0, rejected: 4, outside: 2 },
      vintage: 'rentrée 2025',
    });
    expect(outcome.examples).toEqual([
      { line: 9, code: 'VALUE', reason: '"deux" is no count' },
      { line: 4, code: 'DUPLICATE', reason: 'an earlier row is the same' },
      {
        line: 6,
        code: 'VALUE',
        reason: 'the directory of schools has no 0099009J here: import it first, as education',
      },
      {
        line: 7,
        code: 'COMMUNE',
        reason: 'no commune of the department has the name "nulle-part"',
      },
    ]);
    expect((await enrolments()).filter(({ name }) => name.includes('Bosquet'))).toMatchObject([
      { year: 2024, children: 128, classes: 6 },
      { year: 2025, children: 117, classes: 5 },
    ]);
  });

  it('stay as the more precise source has them', async () => {
    await importer.run('education', fixture('annuaire-education.csv'));
    expect((await enrolments()).filter(({ name }) => name.includes('Bosquet')).at(-1)).toMatchObject({
      children: 117,
      classes: 5,
    });
    const again = await importer.run('school-sizes', fixture('effectifs-classes.csv'));
    expect(again.counts).toMatchObject({ imported: 0, unchanged: 2, rejected: 4, outside: 2 });
  });
});
