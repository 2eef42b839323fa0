import { afterAll, beforeAll, expect, it } from 'vitest';
import { FourDatabases } from './four-databases.js';

let four: FourDatabases;
beforeAll(async () => {
  four = await FourDatabases.create();
  await four.run(['create', '--name', 'Cap Corse', '--epci', '200042943', '--contours', 'none']);
});
afterAll(() => four?.close());

const status = async () =>
  (await four.superusers.territory.query<{ status: string }>('select status from territory')).rows[0]?.status;
/** By service that writes to people, whether it holds its letters back. */
const held = async () => {
  const found: boolean[] = [];
  for (const service of ['accompaniment', 'directory'] as const) {
    const { rows } = await four.superusers[service].query<{ held: boolean }>(
      'select closed_since is not null as held from territory_card',
    );
    found.push(rows[0]?.held ?? false);
  }
  return found;
};
const suspend = (...more: string[]) => four.run(['suspend', '--territory', 'cap-corse', ...more]);

it('needs a reason for its members, and changes nothing without', async () => {
  expect(await suspend()).toMatchObject({ code: 1, said: expect.stringContaining('reason') });
  expect([await status(), await held()]).toEqual(['ACTIVE', [false, false]]);
});

it('closes a territory and holds the letters of both services back; opens it and lets them leave', async () => {
  expect(await suspend('--reason', 'Changement d’équipe')).toMatchObject({ code: 0 });
  expect([await status(), await held()]).toEqual(['SUSPENDED', [true, true]]);
  expect(await suspend('--reason', 'Encore')).toMatchObject({ code: 0 });
  expect(await four.run(['resume', '--territory', 'cap-corse'])).toMatchObject({ code: 0 });
  expect([await status(), await held()]).toEqual(['ACTIVE', [false, false]]);
  expect(await four.run(['resume', '--territory', 'cap-corse'])).toMatchObject({ code: 0 });
});

it('knows no other', async () => {
  const { code, said } = await four.run(['resume', '--territory', 'nulle-part']);
  expect([code, said.trim()]).toEqual([
    1,
    'No territory has the short name nulle-part: it is gone, or never was.',
  ]);
});
