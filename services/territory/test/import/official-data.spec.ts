import { beforeAll, describe, expect, it } from 'vitest';
import { createTerritory } from '../../dist/territory/create-territory.js';
import { type Importing, importing } from './importing.js';

const data = process.env['OFFICIAL_DATA'];
const ARIEGE = 'ariege';

/** The producers' own files, where somebody has them; rows of all Ariège, which the department's territory takes. */
describe.skipIf(!data)('official files', () => {
  let importer: Importing;
  beforeAll(async () => {
    importer = await importing();
    await createTerritory(
      importer.database.ownerUrl,
      { name: 'Ariège', slug: ARIEGE, departments: ['09'] },
      null,
    );
  });

  it.each([
    ['bpe', 'bpe/BPE_DETAIL_SAMPLE_dep09.csv', 78, 0],
    ['bpe', 'bpe/format-reference_bpe25_detail_sample.csv', 9, 9],
    ['arcep', 'arcep/format-reference_arcep-mci-2026t1-debit-filaire-sample.csv', 6, 6],
    ['arcep', 'arcep/format-reference_arcep-mci-2026t1-techno-sample.csv', 6, 6],
    ['arcep', 'arcep/format-reference_arcep-mci-2026t1-meilleure-techno-thd-sample.csv', 6, 6],
    ['france-services', 'services/liste-fs-20221201_dep09.csv', 14, 0],
    ['france-services', 'services/liste-fs-20240801_dep09.csv', 14, 0],
    ['stations', 'gares/gares-de-voyageurs_dep09.csv', 12, 0],
    ['stations', 'gares/gares-de-voyageurs_2024_dep09.csv', 12, 0],
    ['stations', 'gares/referentiel-gares-voyageurs_dep09.csv', 12, 0],
  ])('%s: %s has %i rows', async (dataset, file, read, outside) => {
    const outcome = await importer.run(dataset, `${data}/${file}`, { territory: ARIEGE });
    expect(outcome.examples).toEqual([]);
    const { imported, unchanged, ...counts } = outcome.counts;
    expect(counts).toEqual({ read, rejected: 0, outside });
    expect(imported + unchanged).toBe(read - outside);
    const again = await importer.run(dataset, `${data}/${file}`, { territory: ARIEGE });
    expect(again.counts).toEqual({ read, imported: 0, unchanged: read - outside, rejected: 0, outside });
  });

  // One of Ariège's rows is a school of Goyrans, in Haute-Garonne: its name alone is of Ariège.
  it('education: what is no school is rejected by its kind, and the rest imported', async () => {
    const file = `${data}/education/annuaire_ecoles_france_mini_dep09.csv`;
    const { counts, examples } = await importer.run('education', file, { territory: ARIEGE });
    expect(counts).toEqual({ read: 229, imported: 212, unchanged: 0, rejected: 16, outside: 1 });
    expect(new Set(examples.map(({ code }) => code))).toEqual(new Set(['TYPE']));
    const other = `${data}/education/format-reference_dep35_fr-en-annuaire-education.csv`;
    expect((await importer.run('education', other, { territory: ARIEGE })).counts).toMatchObject({
      read: 996,
      outside: 996,
    });
  });

  it.each([
    ['bpe', 'bpe/bpe18_enseignement_dep09.csv', 'the counts of the BPE by commune'],
    ['bpe', 'arcep/format-reference_arcep-mci-2026t1-techno-sample.csv', 'import it as arcep'],
    ['arcep', 'arcep/ftthCommunes_dep09.csv', "ARCEP's deployment of fibre"],
    ['stations', 'gares/liste-des-gares_dep09.csv', 'the lines and stations of SNCF Réseau'],
    ['france-services', 'laposte/laposte_hexasmal_dep09.csv', 'the postal codes of La Poste'],
    ['bpe', 'admin/dgcl2026_epcicom.xlsx', 'a ZIP archive or a spreadsheet'],
    ['arcep', 'arcep/communes_dep09.csv', "ARCEP's deployment of fibre, premises"],
    [
      'education',
      'finess/finess_occitanie2_dep09.csv',
      'this is not the directory of schools; its columns are: numero finess',
    ],
    ['bpe', 'contours/communes_par_departement_09.json', 'JSON'],
    ['bpe', 'finess/format-reference_finess_etablissements_sample.csv', 'the FINESS establishments'],
  ])('%s refuses %s by its name', async (dataset, file, name) => {
    await expect(importer.run(dataset, `${data}/${file}`, { territory: ARIEGE })).rejects.toThrow(name);
  });
});
