import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TwoTerritories, twoTerritories } from './story.js';

let story: TwoTerritories;
beforeAll(async () => {
  story = await twoTerritories();
});
afterAll(() => story.subgraph.stop());

const UPDATE = `mutation ($input: UpdateTerritoryInput!) {
  updateTerritory(input: $input) {
    __typename
    ... on TerritoryUpdated { territory { name theme { accent } locales } }
    ... on TerritoryRefused { problems { field message } }
  }
}`;
const asRole = (role: Parameters<typeof viewerAs>[0], locale: 'fr' | 'en' = 'fr') =>
  story.subgraph.client({ territoryId: story.pfha.id, viewer: viewerAs(role), locale });
const nameNow = async () => (await asRole('VIEWER')('{ territory { name } }')).data!.territory.name;

it('saves what an administrator changes and leaves the rest', async () => {
  const input = {
    name: 'Foix et la montagne',
    theme: { accent: '#7a3b12', paper: '#ffffff', ink: '#1c1c1c' },
  };
  const { data } = await asRole('ADMINISTRATOR')(UPDATE, { input });
  expect(data!.updateTerritory).toEqual({
    __typename: 'TerritoryUpdated',
    territory: { name: 'Foix et la montagne', theme: { accent: '#7a3b12' }, locales: ['fr', 'en'] },
  });
  expect(await nameNow()).toBe('Foix et la montagne');
});

it('refuses colours that cannot be read, in the reader’s language, and saves nothing of the rest', async () => {
  const input = {
    name: 'Illisible',
    theme: { accent: '#ffdd00', paper: '#ffffff', ink: '#222222' },
    locales: ['en'],
    defaultLocale: 'fr',
  };
  const { data } = await asRole('ADMINISTRATOR')(UPDATE, { input });
  expect(data!.updateTerritory.problems).toEqual([
    { field: 'theme.accent', message: expect.stringMatching(/^Le contraste avec le fond est de 1,\d:1/) },
    { field: 'defaultLocale', message: 'La langue principale doit faire partie des langues du site.' },
  ]);
  const english = await asRole('ADMINISTRATOR', 'en')(UPDATE, { input });
  expect(english.data!.updateTerritory.problems[0].message).toMatch(
    /^Contrast with the background is 1\.\d:1/,
  );
  expect(await nameNow()).not.toBe('Illisible');
});

it.each(['VIEWER', 'CONTRIBUTOR', 'AGENT'] as const)('is forbidden to a %s', async (role) => {
  const { errors } = await asRole(role)(UPDATE, { input: { name: 'Usurpé' } });
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(await nameNow()).not.toBe('Usurpé');
});

it('asks a visitor to sign in', async () => {
  const { errors } = await story.subgraph.client({ territoryId: story.pfha.id })(UPDATE, {
    input: { name: 'Usurpé' },
  });
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

it('refuses words that are too long and languages that it does not speak', async () => {
  for (const input of [
    { name: 'x' },
    { texts: [{ locale: 'fr', tagline: 'x'.repeat(161), presentation: '' }] },
    { locales: ['de'] },
  ]) {
    const { errors } = await asRole('ADMINISTRATOR')(UPDATE, { input });
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  }
});

describe('the basemap', () => {
  const BASEMAP = `mutation ($input: UpdateTerritoryInput!) {
    updateTerritory(input: $input) {
      ... on TerritoryUpdated { territory { basemap basemapStyle } }
      ... on TerritoryRefused { problems { field message } }
    }
  }`;
  const save = async (input: object) =>
    (await asRole('ADMINISTRATOR')(BASEMAP, { input })).data!.updateTerritory;

  it('is the Plan IGN until an administrator chooses another', async () => {
    const { data } = await asRole('VIEWER')('{ territory { basemap basemapStyle } }');
    expect(data!.territory).toEqual({ basemap: 'PLAN_IGN', basemapStyle: null });
    expect(await save({ basemap: 'QUIET' })).toEqual({ territory: { basemap: 'QUIET', basemapStyle: null } });
  });

  it('can be a style of one’s own, which goes with that choice', async () => {
    const style = 'https://cartes.ariege.fr/style.json';
    expect(await save({ basemap: 'CUSTOM', basemapStyle: style })).toEqual({
      territory: { basemap: 'CUSTOM', basemapStyle: style },
    });
    expect(await save({ name: 'Foix' })).toEqual({ territory: { basemap: 'CUSTOM', basemapStyle: style } });
    expect(await save({ basemap: 'PLAN_IGN' })).toEqual({
      territory: { basemap: 'PLAN_IGN', basemapStyle: null },
    });
  });

  it('is refused where no visitor could fetch it, and stays what it was', async () => {
    for (const basemapStyle of ['', 'http://cartes.ariege.fr/style.json', 'https://192.168.1.4/style.json']) {
      const { problems } = await save({ basemap: 'CUSTOM', basemapStyle });
      expect(problems).toEqual([{ field: 'basemapStyle', message: expect.stringMatching(/adresse/) }]);
    }
    expect((await save({ basemapStyle: 'https://cartes.ariege.fr/x' })).territory.basemap).toBe('PLAN_IGN');
  });
});
