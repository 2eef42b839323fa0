import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';

const territoryId = randomUUID();
let world: DirectoryWorld;
beforeAll(async () => {
  world = await DirectoryWorld.create();
});
afterAll(() => world.close());

const names = async () => {
  const { data } = await world.subgraph.client({ territoryId })(
    '{ solos(first: 100) { nodes { displayName } } }',
  );
  return data?.solos.nodes.map((solo: { displayName: string }) => solo.displayName);
};

describe('a solo is published', () => {
  it('not without a consent, even by the superuser', async () => {
    const id = await world.identifiedSolo(territoryId);
    const publish = `update solo set status = 'PUBLISHED', published_at = now() where id = $1`;
    await expect(world.superuser.query(publish, [id])).rejects.toThrow('solo_consented_check');
    await expect(
      world.superuser.query(
        `insert into solo (id, territory_id, slug, status, identified_by, identified_at, published_at, display_name,
                           activity, skills) values ($1, $2, 'x', 'PUBLISHED', 'x', now(), now(), 'x', 'x', '{}')`,
        [randomUUID(), territoryId],
      ),
    ).rejects.toThrow('solo_consented_check');
  });

  it('not by the consent of somebody else', async () => {
    const id = await world.identifiedSolo(territoryId);
    const other = await world.identifiedSolo(territoryId);
    const consentId = await world.consent(territoryId, other);
    await expect(world.publish(id, consentId)).rejects.toThrow('violates foreign key');
  });

  it('not by a consent that was withdrawn', async () => {
    const id = await world.identifiedSolo(territoryId);
    const consentId = await world.consent(territoryId, id);
    await world.withdraw(consentId);
    await expect(world.publish(id, consentId)).rejects.toThrow('violates foreign key');
  });

  it('with its own, until that is withdrawn: then nobody sees it any more', async () => {
    const { id, consentId } = await world.publishedSolo(territoryId, { displayName: 'Atelier Éphémère' });
    expect(await names()).toContain('Atelier Éphémère');

    await world.withdraw(consentId);

    expect(await names()).not.toContain('Atelier Éphémère');
    const { rows } = await world.superuser.query(
      'select status, consent_id, withdrawn_at is not null as dated from solo where id = $1',
      [id],
    );
    expect(rows).toEqual([{ status: 'WITHDRAWN', consent_id: null, dated: true }]);
  });

  it('and may agree anew', async () => {
    const { id, consentId } = await world.publishedSolo(territoryId, { displayName: 'Atelier Revenu' });
    await world.withdraw(consentId);
    const again = await world.consent(territoryId, id);
    await world.superuser.query(
      `update solo set status = 'PUBLISHED', consent_id = $2, published_at = now(), withdrawn_at = null where id = $1`,
      [id, again],
    );
    expect(await names()).toContain('Atelier Revenu');
  });
});

describe('a consent', () => {
  it.each([
    ['reworded', `wording = 'J’accepte tout.'`],
    ['given another date', 'given_at = now()'],
    ['given to somebody else', 'solo_id = gen_random_uuid()'],
  ])('cannot be %s', async (_what, change) => {
    const { consentId } = await world.publishedSolo(territoryId);
    await expect(
      world.superuser.query(`update consent set ${change} where id = $1`, [consentId]),
    ).rejects.toThrow('kept as it was given');
  });

  it('cannot be brought back, nor deleted while its solo is published', async () => {
    const { consentId } = await world.publishedSolo(territoryId);
    await expect(world.superuser.query('delete from consent where id = $1', [consentId])).rejects.toThrow(
      'violates foreign key',
    );
    await world.withdraw(consentId);
    await expect(world.withdraw(consentId, 'null')).rejects.toThrow('kept as it was given');
  });

  it('goes with its solo, whose erasure leaves nothing', async () => {
    const { id } = await world.publishedSolo(territoryId);
    await world.superuser.query('delete from solo where id = $1', [id]);
    const { rowCount } = await world.superuser.query('select from consent where solo_id = $1', [id]);
    expect(rowCount).toBe(0);
  });

  it('is of the territory of its solo', async () => {
    const id = await world.identifiedSolo(territoryId);
    await expect(world.consent(randomUUID(), id)).rejects.toThrow('violates foreign key');
  });
});
