import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';

const territoryId = randomUUID();
let world: DirectoryWorld;
beforeAll(async () => {
  world = await DirectoryWorld.create();
  await world.publishedSolo(territoryId, {
    displayName: 'Pixel Lauze',
    activity: 'Développement web',
    skills: ['JavaScript', 'Développement durable'],
    languages: ['fr', 'en'],
  });
  await world.publishedSolo(territoryId, {
    displayName: 'Code des Cimes',
    activity: 'Développement web',
    skills: ['JavaScript'],
    languages: ['oc'],
    canSponsor: true,
  });
  await world.publishedSolo(territoryId, {
    displayName: 'Sans Adresse',
    activity: 'Ébénisterie',
    skills: ['Restauration'],
    communeCode: null,
    area: 'Vallée du Vicdessos',
  });
  await world.identifiedSolo(territoryId, {
    displayName: 'Jamais Publié',
    activity: 'Développement secret',
    skills: ['JavaScript secret'],
  });
  await world.publishedSolo(randomUUID(), { displayName: 'Développement d’ailleurs', activity: 'Ailleurs' });
});
afterAll(() => world.close());

const ask = async (document: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await world.subgraph.client({ territoryId })(document, variables);
  if (errors) throw new Error(`${errors[0]?.extensions.code}: ${errors[0]?.message}`);
  return data!;
};

describe('a place that is not shown', () => {
  const found = async (variables: Record<string, unknown>) => {
    const { solos } = await ask(
      `query ($search: String, $filter: SoloFilter) { solos(search: $search, filter: $filter) {
         totalCount nodes { displayName area commune { code } } } }`,
      variables,
    );
    return solos;
  };

  it('is found by its area, in words and as a facet, and by no commune', async () => {
    const only = {
      totalCount: 1,
      nodes: [{ displayName: 'Sans Adresse', area: 'Vallée du Vicdessos', commune: null }],
    };
    expect(await found({ search: 'vicdessos' })).toEqual(only);
    expect(await found({ filter: { area: ['Vallée du Vicdessos'] } })).toEqual(only);
    expect(await found({ filter: { area: ['Vallée du Vicdessos'], commune: ['09122'] } })).toMatchObject({
      totalCount: 0,
    });
  });
});

describe('facets', () => {
  it('count languages by what they are called, and areas', async () => {
    const { solos } = await ask('{ solos { totalCount facets { name values { value label count } } } }');
    const values = (name: string) =>
      solos.facets.find((facet: { name: string }) => facet.name === name).values;
    expect(solos.totalCount).toBe(3);
    expect(values('language')).toEqual([
      { value: 'en', label: 'anglais', count: 1 },
      { value: 'fr', label: 'français', count: 1 },
      { value: 'oc', label: 'occitan', count: 1 },
    ]);
    expect(values('area')).toEqual([
      { value: 'Vallée du Vicdessos', label: 'Vallée du Vicdessos', count: 1 },
    ]);
  });

  it('leave out who misses two conditions, and the total who misses one', async () => {
    const { solos } = await ask(
      `query ($filter: SoloFilter) { solos(filter: $filter) { totalCount facets { name values { value count } } } }`,
      { filter: { skill: ['JavaScript'], language: ['oc'], canSponsor: true } },
    );
    const values = (name: string) =>
      solos.facets.find((facet: { name: string }) => facet.name === name).values;
    expect(solos.totalCount).toBe(1);
    expect(values('skill')).toEqual([{ value: 'JavaScript', count: 1 }]);
    expect(values('canSponsor')).toEqual([{ value: 'true', count: 1 }]);
    expect(values('language')).toEqual([{ value: 'oc', count: 1 }]);
  });
});

describe('suggestions', () => {
  const suggested = async (search: string) => {
    const { directorySuggestions } = await ask(
      'query ($search: String!) { directorySuggestions(search: $search) { kind label count slug } }',
      { search },
    );
    return directorySuggestions.map(({ label }: { label: string }) => label);
  };

  it('are activities, skills and names that begin so, of the published of this territory alone', async () => {
    expect(await suggested('deve')).toEqual(['Développement web', 'Développement durable']);
    expect(await suggested('javas')).toEqual(['JavaScript']);
    expect(await suggested('cimes')).toEqual(['Code des Cimes']);
    expect(await suggested('secret')).toEqual([]);
    expect(await suggested('jamais')).toEqual([]);
    expect(await suggested('ailleurs')).toEqual([]);
  });

  it('are the nearest spelling where nothing begins so', async () => {
    expect(await suggested('ebennisterie')).toEqual(['Ébénisterie']);
    expect(await suggested('zzyzx')).toEqual([]);
    expect(await suggested("%_'; --")).toEqual([]);
  });
});
