import { beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '../../dist/demonstration/load-demonstration.js';
import { fixture, type Importing, importing, SLUG } from '../import/importing.js';

let importer: Importing;
beforeAll(async () => {
  importer = await importing();
  await loadDemonstration(importer.database.ownerUrl, SLUG);
});

const count = async (from: string) => {
  const [row] = await importer.rows<{ n: number }>(`select count(*)::int as n from ${from}`);
  return row!.n;
};

describe('the demonstration of the qualification', () => {
  it('has something of each, and says of each that it is generated', async () => {
    expect(await count("territory_commune where conflicting_types <> '{}'")).toBeGreaterThan(5);
    expect(await count('verification')).toBeGreaterThan(100);
    expect(await count('verification where expires_at < now()')).toBeGreaterThan(0);
    expect(await count("verification where verified_by not like '%(démonstration)'")).toBe(0);
    expect(await count("verification_campaign where status = 'OPEN' and name like '%(démonstration)'")).toBe(
      1,
    );
    expect(
      await count('campaign_invitation where answered_at is not null and email is null'),
    ).toBeGreaterThan(0);
    expect(
      await count("correction where origin = 'CAMPAIGN' and sent_by like '%(démonstration)'"),
    ).toBeGreaterThan(0);
    expect(
      await count("correction where origin = 'PUBLIC' and note like '%(démonstration)%'"),
    ).toBeGreaterThan(0);
    expect(
      await count('territory_commune where verified_share = 1 and verified_until > now()'),
    ).toBeGreaterThan(0);
  });

  it('is gone, all of it, with the first real file', async () => {
    await importer.run('bpe', fixture('bpe.csv'));
    for (const table of ['verification', 'verification_campaign', 'campaign_invitation', 'correction'])
      expect(await count(table), table).toBe(0);
    expect(await count('source where demonstration')).toBe(0);
  });
});
