import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { asSuperuser } from '@ancrage/postgres/databases';
import { createTestDatabase, type TestDatabase } from '@ancrage/testing/database';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTerritory } from '../dist/territory/create-territory.js';
import { COUSERANS, PFHA } from './story.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('territory');
});

const count = (table: string) =>
  asSuperuser(database.superuserUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    return rows[0]?.n;
  });

describe('a territory from its EPCI codes', () => {
  it('has the communes and inhabitants of the official lists', async () => {
    const pfha = await createTerritory(database.ownerUrl, PFHA, null);
    expect(pfha).toMatchObject({
      slug: 'pays-de-foix-haute-ariege',
      population: 48_575,
      contours: { official: 0, approximate: 113 },
    });
    expect(pfha.communes).toHaveLength(113);
    const couserans = await createTerritory(database.ownerUrl, COUSERANS, null);
    expect(couserans.communes).toHaveLength(94);
  });

  it('is refused with every problem at once, and leaves nothing', async () => {
    const before = await count('territory');
    await expect(
      createTerritory(database.ownerUrl, { name: 'x', slug: 'Pas Bon', epci: ['12'] }, null),
    ).rejects.toMatchObject({
      problems: [
        'name: 2 characters at least',
        'slug: lower-case letters, digits and single hyphens',
        'epci: SIREN numbers have 9 digits',
      ],
    });
    await expect(
      createTerritory(database.ownerUrl, { name: 'Nulle part', epci: ['200067791', '123456789'] }, null),
    ).rejects.toThrow('no intercommunality has the SIREN number 123456789');
    await expect(createTerritory(database.ownerUrl, { name: 'Sans communes' }, null)).rejects.toThrow(
      'give the communes',
    );
    expect(await count('territory')).toBe(before);
  });

  it('is refused under a slug or a host that another has', async () => {
    await expect(createTerritory(database.ownerUrl, PFHA, null)).rejects.toMatchObject({
      problems: [
        'slug: pays-de-foix-haute-ariege is already a territory',
        'host: foix.test already serves a territory',
      ],
    });
  });

  it('is created once when two commands ask for it together', async () => {
    const request = { name: 'Deux à la fois', epci: ['240900431'] };
    const outcomes = await Promise.allSettled([
      createTerritory(database.ownerUrl, request, null),
      createTerritory(database.ownerUrl, request, null),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'TerritoryRefusedError' },
    });
  });

  it('leaves nothing half-made when it fails while writing', async () => {
    const communes = await count('territory_commune');
    await asSuperuser(database.superuserUrl, (client) =>
      client.query('alter table offer_figures rename to offer_figures_away'),
    );
    await expect(
      createTerritory(database.ownerUrl, { name: 'À moitié', epci: ['240900431'] }, null),
    ).rejects.toThrow('offer_figures');
    await asSuperuser(database.superuserUrl, (client) =>
      client.query('alter table offer_figures_away rename to offer_figures'),
    );
    expect(await count('territory_commune')).toBe(communes);
    expect(await count("territory where slug = 'a-moitie'")).toBe(0);
  });
});

describe('official contours', () => {
  const square = [
    [
      [1.5, 42.8],
      [1.6, 42.8],
      [1.6, 42.9],
      [1.5, 42.9],
      [1.5, 42.8],
    ],
  ];
  const file = gzipSync(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { code: '09306' },
          geometry: { type: 'Polygon', coordinates: square },
        },
      ],
    }),
  );

  async function serving(answer: { status: number; body: Buffer }) {
    const server = createServer((_request, response) =>
      response.writeHead(answer.status).end(answer.body),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/communes.geojson.gz`,
      close: () => server.close(),
    };
  }

  it('replace the cells of the communes they hold, with checksum and vintage', async () => {
    const { url, close } = await serving({ status: 200, body: file });
    const created = await createTerritory(
      database.ownerUrl,
      { name: 'Contours officiels', epci: ['240900431'] },
      url,
    );
    close();
    expect(created.contours).toEqual({ official: 1, approximate: 19, reason: null });
    const { rows } = await asSuperuser(database.superuserUrl, (client) =>
      client.query(
        `select s.checksum, s.vintage, s.url from commune_contour c join source s on s.id = c.source_id where c.commune_code = '09306'`,
      ),
    );
    expect(rows).toEqual([{ checksum: expect.stringMatching(/^[0-9a-f]{64}$/), vintage: '2025', url }]);
  });

  it.each([
    ['the server refuses', { status: 404, body: Buffer.alloc(0) }, 'answer 404'],
    ['the file is not one', { status: 200, body: Buffer.from('not gzip') }, 'incorrect header check'],
  ])('give way to cells when %s', async (_when, answer, reason) => {
    const { url, close } = await serving(answer);
    const created = await createTerritory(
      database.ownerUrl,
      { name: `Cellules ${reason}`, epci: ['200066363'] },
      url,
    );
    close();
    expect(created.contours).toEqual({ official: 0, approximate: 51, reason });
  });
});
