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
    ['bpe-counts', 'bpe/bpe18_enseignement_dep09.csv', 215, 0],
    ['postcodes', 'laposte/laposte_hexasmal_dep09.csv', 344, 0],
    ['populations', 'admin/populations_legales2023_donnees_communes_dep09.csv', 325, 0],
    ['movements', 'admin/cog2026_mouvements_dep09.csv', 73, 0],
    ['contours', 'contours/communes_par_departement_09.json', 325, 0],
    ['finess', 'finess/finess_occitanie2_dep09.csv', 452, 0],
    ['finess', 'finess/format-reference_finess_etablissements_sample.csv', 5, 5],
    ['school-sizes', 'education/format-reference_dep35_fr-en-ecoles-effectifs-nb_classes.csv', 2704, 2704],
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
    [
      'bpe',
      'bpe/bpe18_enseignement_dep09.csv',
      'the counts of the BPE by commune (before 2022): import it as bpe-counts',
    ],
    ['bpe', 'arcep/format-reference_arcep-mci-2026t1-techno-sample.csv', 'import it as arcep'],
    [
      'bpe',
      'finess/format-reference_finess_etablissements_sample.csv',
      'the FINESS establishments: import it as finess',
    ],
    ['bpe', 'bpe/bpe13_varmod_enseignement.dbf', 'a dBase table'],
    ['bpe', 'bpe/bpe13_varmod_ensemble.dbf', 'a dBase table'],
    ['bpe', 'bpe/bpe24-type-labels.json', 'JSON'],
    ['bpe-counts', 'bpe/BPE_NUTS3_occitanie.csv', 'the counts of the BPE by department'],
    ['bpe-counts', 'bpe/BPE_DETAIL_SAMPLE_dep09.csv', 'import it as bpe'],
    ['bpe-counts', 'bpe/varmod2020_bpe-cultural-places-variables.csv', 'the variables of the BPE'],
    ['bpe-counts', 'bpe/varmod2020_bpe-education-variables.csv', 'the variables of the BPE'],
    ['arcep', 'arcep/ftthCommunes_dep09.csv', "ARCEP's deployment of fibre by commune"],
    ['arcep', 'arcep/ftthDepartements.csv', "ARCEP's deployment of fibre by department"],
    ['arcep', 'arcep/ftthEpci.csv', "ARCEP's deployment of fibre by EPCI"],
    ['arcep', 'arcep/communes_dep09.csv', "ARCEP's deployment of fibre, premises"],
    ['arcep', 'arcep/departements.csv', "ARCEP's deployment of fibre, premises"],
    ['arcep', 'arcep/epci.csv', "ARCEP's deployment of fibre, premises"],
    ['stations', 'gares/liste-des-gares_dep09.csv', 'the lines and stations of SNCF Réseau'],
    [
      'france-services',
      'laposte/laposte_hexasmal_dep09.csv',
      'the postal codes of La Poste: import it as postcodes',
    ],
    [
      'education',
      'finess/finess_occitanie2_dep09.csv',
      'the FINESS establishments, by activity: import it as finess',
    ],
    [
      'education',
      'education/format-reference_dep35_fr-en-ecoles-effectifs-nb_classes.csv',
      'import it as school-sizes',
    ],
    [
      'education',
      'education/format-reference_dep35_fr-en-adresse-et-geolocalisation-etablissements-premier-et-second-degre.csv',
      'the map of schools',
    ],
    ['finess', 'finess/schema-structures-v1.json', 'JSON'],
    ['contours', 'contours/departements_par_region_76.json', 'the contours of departments'],
    [
      'bpe',
      'contours/communes_par_departement_09.json',
      "ANCT's contours of communes: import it as contours",
    ],
    ['populations', 'admin/dgcl2026_epcicom.xlsx', "the DGCL's composition of EPCI"],
    ['populations', 'admin/anct_centralite_dep09.csv', "ANCT's grid of communes"],
    ['populations', 'admin/anct_densite_dep09.csv', "ANCT's grid of communes"],
    ['populations', 'admin/anct_montagne_dep09.csv', "ANCT's grid of communes"],
    ['populations', 'admin/anct_ruralite_dep09.csv', "ANCT's grid of communes"],
    ['movements', 'admin/cog2026_communes_dep09.csv', "INSEE's list of communes"],
    ['movements', 'admin/cog2026_arrondissements.csv', "INSEE's list of arrondissements"],
    ['movements', 'admin/cog2026_departements.csv', "INSEE's list of departments"],
    ['movements', 'admin/cog2026_regions.csv', "INSEE's list of regions"],
  ])('%s refuses %s by its name', async (dataset, file, name) => {
    await expect(importer.run(dataset, `${data}/${file}`, { territory: ARIEGE })).rejects.toThrow(name);
  });
});
