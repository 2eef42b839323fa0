import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, type Importing, importing } from './importing.js';

let importer: Importing;
let shorter: string;
beforeAll(async () => {
  importer = await importing();
  shorter = join(await mkdtemp(join(tmpdir(), 'ancrage-statements-')), 'bpe.csv');
  const lines = (await readFile(fixture('bpe.csv'), 'utf8')).split('\n');
  await writeFile(shorter, lines.filter((line) => !line.includes('BOULANGERIE DU TEICH')).join('\n'));
});

const said = (source: string, commune: string) =>
  importer.rows<{ counts: object; current: boolean; vintage: string }>(
    `select counts, current, vintage from offer_statement
     where source_id like 'import-${source}-%' and commune_code = '${commune}' order by stated_at`,
  );

describe('what a source says of each commune', () => {
  it('is stated by type, and also that it has nothing there', async () => {
    await importer.run('bpe', fixture('bpe.csv'));
    expect(await said('bpe', '09122')).toEqual([
      { counts: { C108: 1, D502: 1, E101: 2, E109: 1 }, current: true, vintage: 'BPE 2025' },
    ]);
    expect(await said('bpe', '09139')).toEqual([{ counts: {}, current: true, vintage: 'BPE 2025' }]);
    const [{ communes } = { communes: 0 }] = await importer.rows<{ communes: number }>(
      'select count(*)::int as communes from offer_statement where current',
    );
    expect(communes).toBe(113);
  });

  it('is kept as it was said, and said anew only where it changed', async () => {
    await importer.run('bpe', fixture('bpe.csv'));
    expect(await said('bpe', '09032')).toHaveLength(1);
    const { changes, removed } = await importer.run('bpe', shorter);
    expect({ changes, removed }).toEqual({
      changes: [{ type: 'B207', added: 0, changed: 0, removed: 1 }],
      removed: 1,
    });
    expect(await said('bpe', '09032')).toEqual([
      { counts: { B207: 1, D265: 1 }, current: false, vintage: 'BPE 2025' },
      { counts: { D265: 1 }, current: true, vintage: 'BPE 2025' },
    ]);
    expect(await said('bpe', '09122')).toHaveLength(1);
  });

  it('counts what a better list shows, so that the two can be compared', async () => {
    await importer.run('stations', fixture('gares-2024.csv'));
    await importer.run('bpe', fixture('bpe.csv'), { vintage: 'BPE 2026' });
    expect((await said('bpe', '09122')).at(-1)).toMatchObject({ counts: { E109: 1 }, vintage: 'BPE 2026' });
    expect(
      await importer.rows(
        "select 1 from facility where type_code = 'E109' and source_id like 'import-bpe-%'",
      ),
    ).toEqual([]);
  });
});

describe('over the connection of the service', () => {
  it('an agent imports for the own territory', async () => {
    const { counts } = await importer.runAs('AGENT', 'bpe', shorter);
    expect(counts).toMatchObject({ read: 11, rejected: 1, outside: 2 });
    expect((await said('bpe', '09032')).at(-1)).toMatchObject({ counts: { D265: 1 }, current: true });
  });

  it('a role that may not write the territory imports nothing', async () => {
    await expect(importer.runAs('CONTRIBUTOR' as 'AGENT', 'bpe', shorter)).rejects.toThrow(
      'row-level security',
    );
  });
});
