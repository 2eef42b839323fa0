import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, type Importing, importing } from './importing.js';

let importer: Importing;
beforeAll(async () => {
  importer = await importing();
});

const FOIX = "select * from broadband_coverage where commune_code = '09122'";
const classOf = async (code: string) =>
  (
    await importer.rows<{ broadband_class: string | null }>(
      `select broadband_class from territory_commune where commune_code = '${code}'`,
    )
  )[0]?.broadband_class;

describe('"Ma connexion internet"', () => {
  it('leaves unknown what a file does not count', async () => {
    const outcome = await importer.run('arcep', fixture('arcep-technologies.csv'));
    expect(outcome).toMatchObject({
      counts: { read: 3, imported: 2, unchanged: 0, rejected: 0, outside: 1 },
      vintage: '2026-T1',
      layout: 'the technologies of "Ma connexion internet"',
    });
    expect((await importer.rows(FOIX))[0]).toMatchObject({
      quarter: '2026-T1',
      premises: 6210,
      fibre: 5801,
      satellite: 6210,
      at_least8: null,
    });
    // Satellite covers everybody, and makes nobody's broadband.
    expect(await classOf('09122')).toBeNull();
  });

  it('joins speeds to technologies of the same quarter', async () => {
    const { counts } = await importer.run('arcep', fixture('arcep-speeds.csv'));
    expect(counts).toEqual({ read: 3, imported: 2, unchanged: 0, rejected: 0, outside: 1 });
    expect((await importer.rows(FOIX))[0]).toMatchObject({
      at_least8: 6150,
      at_least1000: 5801,
      fibre: 5801,
    });
    expect(await classOf('09122')).toBe('FROM_1000');
    expect(await classOf('09032')).toBe('FROM_30');
  });

  it('changes nothing with what is known already', async () => {
    for (const file of ['arcep-speeds.csv', 'arcep-technologies.csv'])
      expect((await importer.run('arcep', fixture(file))).counts).toMatchObject({
        imported: 0,
        unchanged: 2,
      });
    const best = await importer.run('arcep', fixture('arcep-best-technology.csv'));
    expect(best.counts).toEqual({ read: 1, imported: 0, unchanged: 1, rejected: 0, outside: 0 });
    expect(await importer.rows('select id from source where territory_id is not null')).toHaveLength(1);
  });

  it('reads the technologies of 2018 to 2020, under a title and several days to a commune', async () => {
    const outcome = await importer.run('arcep', fixture('arcep-2020.csv'));
    expect(outcome).toMatchObject({
      counts: { read: 3, imported: 2, unchanged: 0, rejected: 1, outside: 0 },
      vintage: '2020-T1',
      examples: [{ line: 5, code: 'DUPLICATE' }],
    });
    // What is newer stays what the commune is known by.
    expect(await classOf('09122')).toBe('FROM_1000');
  });
});
