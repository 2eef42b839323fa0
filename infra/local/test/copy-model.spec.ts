import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FourDatabases } from './four-databases.js';

const STEP = {
  key: 'appel',
  title: 'Premier appel',
  owner: 'NETWORK_ACTOR',
  actorId: 'x',
  actorName: 'La Poste',
};
let four: FourDatabases;
beforeAll(async () => {
  four = await FourDatabases.create();
  await create('Cap Corse', '200042943');
  const { territory, accompaniment, directory } = four.superusers;
  const [model] = (
    await territory.query<{ id: string }>(
      `update territory set theme = theme || '{"accent":"#123456"}', verification_months = 7 returning id`,
    )
  ).rows;
  await accompaniment.query(
    `insert into welcome_protocol (id, territory_id, number, status, name, steps, published_at)
     values ($1, $2, 1, 'PUBLISHED', 'Accueillir au cap', $3, now())`,
    [randomUUID(), model?.id, JSON.stringify([STEP])],
  );
  await directory.query(`insert into refusal_reason values ($1, $2, 1, 'Une photo, s’il vous plaît')`, [
    randomUUID(),
    model?.id,
  ]);
});
afterAll(() => four?.close());

const create = (name: string, siren: string, ...more: string[]) =>
  four.run(['create', '--name', name, '--epci', siren, '--contours', 'none', ...more]);
const rows = async (
  service: 'territory' | 'accompaniment' | 'directory',
  text: string,
  values: unknown[] = [],
) => (await four.superusers[service].query(text, values)).rows;

it('gives a new territory the settings, the protocol as a draft and the reasons of its model, without its actors', async () => {
  const { code, said } = await create('Haute Ariège', '200067940', '--slug', 'haut', '--model', 'cap-corse');
  expect([code, said]).toEqual([0, expect.stringContaining('its welcome protocol, as a draft, 1 reasons')]);
  const [made] = await rows(
    'territory',
    `select id, theme->>'accent' as accent, verification_months as months from territory where slug = 'haut'`,
  );
  expect(made).toMatchObject({ accent: '#123456', months: 7 });
  const { actorId: _id, actorName: _name, ...step } = STEP;
  expect(
    await rows('accompaniment', 'select status, name, steps from welcome_protocol where territory_id = $1', [
      made.id,
    ]),
  ).toEqual([{ status: 'DRAFT', name: 'Accueillir au cap', steps: [step] }]);
  expect(
    await rows('directory', 'select text from refusal_reason where territory_id = $1', [made.id]),
  ).toEqual([{ text: 'Une photo, s’il vous plaît' }]);
});

it('makes nothing of a model that is not there', async () => {
  const { code, said } = await create('Ailleurs', '200066231', '--model', 'nulle-part');
  expect([code, said]).toEqual([1, expect.stringContaining('no territory has the short name nulle-part')]);
  expect(await rows('territory', `select slug from territory where name = 'Ailleurs'`)).toEqual([]);
});
