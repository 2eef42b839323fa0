import { randomUUID } from 'node:crypto';
import type { SignedClient } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectoryWorld, type SoloSeed } from './support/directory-world.js';

const territoryId = randomUUID();
const SOLOS: (SoloSeed & { displayName: string })[] = [
  {
    displayName: 'Octet des Cimes',
    activity: 'Développement web',
    skills: ['Accessibilité', 'JavaScript'],
    communeCode: '09122',
    canSponsor: true,
  },
  {
    displayName: 'Trait de Bruyère',
    activity: 'Graphisme',
    skills: ['Affiche', 'Identité visuelle'],
    communeCode: '09122',
  },
  {
    displayName: 'Encre et Lichen',
    activity: 'Graphisme',
    skills: ['Illustration'],
    communeCode: '09030',
    canSponsor: true,
  },
  {
    displayName: 'Le Col des Langues',
    activity: 'Traduction',
    skills: ['Anglais', 'Occitan'],
    presentation: 'Aussi des sites Internet en plusieurs langues, avec une graphiste.',
    communeCode: '09042',
  },
  {
    displayName: 'Élan Vert',
    activity: 'Conseil en énergie',
    skills: ['Rénovation énergétique'],
    communeCode: '09042',
  },
];

let world: DirectoryWorld;
let ask: SignedClient;
beforeAll(async () => {
  world = await DirectoryWorld.create();
  for (const solo of SOLOS) await world.publishedSolo(territoryId, solo);
  ask = world.subgraph.client({ territoryId });
});
afterAll(() => world.close());

const DOCUMENT = `query ($search: String, $filter: SoloFilter, $first: Int! = 20, $after: String) {
  solos(search: $search, filter: $filter, first: $first, after: $after) {
    totalCount nodes { displayName } pageInfo { hasNextPage endCursor }
    facets { name values { value label count commune { code } } }
  }
}`;
const find = async (variables: Record<string, unknown>) => {
  const { data, errors } = await ask(DOCUMENT, variables);
  if (errors) throw new Error(`${errors[0]?.extensions.code}: ${errors[0]?.message}`);
  return data?.solos;
};
const namesOf = (solos: { nodes: { displayName: string }[] }) => solos.nodes.map((solo) => solo.displayName);

describe('search in the directory', () => {
  it.each([
    ['a whole word', 'graphisme', ['Encre et Lichen', 'Trait de Bruyère']],
    ['the beginning of one', 'graph', ['Encre et Lichen', 'Trait de Bruyère', 'Le Col des Langues']],
    ['no accents', 'developpement', ['Octet des Cimes']],
    ['accents and capitals', 'DÉVELOPPEMENT', ['Octet des Cimes']],
    ['another form of a word', 'traductions', ['Le Col des Langues']],
    ['a typing error', 'developement', ['Octet des Cimes']],
    ['another typing error', 'tradcution', ['Le Col des Langues']],
    ['a skill', 'accessibilite', ['Octet des Cimes']],
    ['a name', 'lichen', ['Encre et Lichen']],
    ['two words, each somewhere', 'graphisme affiche', ['Trait de Bruyère']],
    ['small words between', 'le conseil de l’énergie', ['Élan Vert']],
    ['a word of the same trade', 'informaticienne', ['Octet des Cimes']],
    ['a word of the same trade, misspelt', 'programeuse', ['Octet des Cimes']],
    ['a word of the same trade beside another', 'programmeur accessibilité', ['Octet des Cimes']],
    ['what was said before what means the same', 'conseil', ['Élan Vert']],
    ['what nobody does', 'zzyzx', []],
    ['the syntax of full text', `'&|!:*() graphisme`, ['Encre et Lichen', 'Trait de Bruyère']],
    ['the syntax of SQL', `'; drop table solo; --`, []],
    [
      'nothing but punctuation',
      ' ?! ',
      ['Élan Vert', 'Encre et Lichen', 'Le Col des Langues', 'Octet des Cimes', 'Trait de Bruyère'],
    ],
  ])('finds by %s', async (_what, search, names) => {
    const found = await find({ search });
    expect(namesOf(found)).toEqual(names);
    expect(found.totalCount).toBe(names.length);
  });

  it('gives all by name without one, accents aside', async () => {
    expect(namesOf(await find({}))).toEqual([
      'Élan Vert',
      'Encre et Lichen',
      'Le Col des Langues',
      'Octet des Cimes',
      'Trait de Bruyère',
    ]);
  });
});

describe('filters', () => {
  it.each([
    [{ activity: ['Graphisme'] }, ['Encre et Lichen', 'Trait de Bruyère']],
    [
      { activity: ['Graphisme', 'Traduction'], canSponsor: false },
      ['Le Col des Langues', 'Trait de Bruyère'],
    ],
    [{ skill: ['Occitan', 'Affiche'] }, ['Le Col des Langues', 'Trait de Bruyère']],
    [{ commune: ['09030'] }, ['Encre et Lichen']],
    [{ commune: ['09030'], canSponsor: false }, []],
    [
      { commune: [] },
      ['Élan Vert', 'Encre et Lichen', 'Le Col des Langues', 'Octet des Cimes', 'Trait de Bruyère'],
    ],
  ])('keep %j', async (filter, names) => {
    const found = await find({ filter });
    expect(namesOf(found)).toEqual(names);
    expect(found.totalCount).toBe(names.length);
  });

  it('count in their facets what choosing another value would give', async () => {
    const { facets } = await find({ filter: { activity: ['Graphisme'], canSponsor: true } });
    const values = (name: string) =>
      Object.fromEntries(
        facets
          .find((facet: { name: string }) => facet.name === name)
          .values.map(({ value, count }: { value: string; count: number }) => [value, count]),
      );
    expect(values('activity')).toEqual({ Graphisme: 1, 'Développement web': 1 });
    expect(values('canSponsor')).toEqual({ true: 1, false: 1 });
    expect(values('skill')).toEqual({ Illustration: 1 });
    expect(values('commune')).toEqual({ '09030': 1 });
  });

  it('count over what was searched for, and name communes for other subgraphs to describe', async () => {
    const { facets } = await find({ search: 'graphisme' });
    expect(facets).toEqual([
      { name: 'activity', values: [{ value: 'Graphisme', label: 'Graphisme', count: 2, commune: null }] },
      {
        name: 'skill',
        values: ['Affiche', 'Identité visuelle', 'Illustration'].map((value) => ({
          value,
          label: value,
          count: 1,
          commune: null,
        })),
      },
      {
        name: 'commune',
        values: ['09030', '09122'].map((code) => ({ value: code, label: code, count: 1, commune: { code } })),
      },
      { name: 'area', values: [] },
      { name: 'language', values: [] },
      {
        name: 'canSponsor',
        values: [
          { value: 'false', label: 'Ne parraine pas', count: 1, commune: null },
          { value: 'true', label: 'Peut parrainer', count: 1, commune: null },
        ],
      },
    ]);
  });
});

describe('pages', () => {
  it.each([{}, { search: 'graph' }])(
    'follow one another without gap or repetition: %j',
    async (selection) => {
      const whole = namesOf(await find(selection));
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await find({ ...selection, first: 2, after });
        expect(page.totalCount).toBe(whole.length);
        seen.push(...namesOf(page));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(seen).toEqual(whole);
    },
  );

  it('of a commune are counted and turned as well', async () => {
    const { data } = await ask(
      `query ($after: String) { _entities(representations: [{ __typename: "Commune", code: "09122" }, { __typename: "Commune", code: "09999" }]) {
        ... on Commune { soloCount solos(first: 1, after: $after) { totalCount nodes { displayName commune { code } } pageInfo { hasNextPage endCursor } } } } }`,
    );
    const [foix, unknown] = data?._entities ?? [];
    expect(foix).toMatchObject({
      soloCount: 2,
      solos: {
        totalCount: 2,
        nodes: [{ displayName: 'Octet des Cimes', commune: { code: '09122' } }],
        pageInfo: { hasNextPage: true },
      },
    });
    expect(unknown).toMatchObject({ soloCount: 0, solos: { totalCount: 0, nodes: [] } });
    const next = await ask(
      `query ($after: String) { _entities(representations: [{ __typename: "Commune", code: "09122" }]) {
        ... on Commune { solos(first: 1, after: $after) { nodes { displayName } pageInfo { hasNextPage } } } } }`,
      { after: foix.solos.pageInfo.endCursor },
    );
    expect(next.data?._entities[0].solos).toEqual({
      nodes: [{ displayName: 'Trait de Bruyère' }],
      pageInfo: { hasNextPage: false },
    });
  });

  it('of a commune are unknown in a request about no territory, not empty', async () => {
    const { data } = await world.subgraph.client()(
      '{ _entities(representations: [{ __typename: "Commune", code: "09122" }]) { ... on Commune { soloCount solos { totalCount } } } }',
    );
    expect(data?._entities).toEqual([{ soloCount: null, solos: null }]);
  });
});

describe('what is asked amiss', () => {
  const forged = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');

  it.each([
    ['too many at once', { first: 101 }],
    ['none', { first: 0 }],
    ['a search that is too long', { search: 'x'.repeat(101) }],
    ['too many values', { filter: { skill: Array(51).fill('x') } }],
    ['a value that is too long', { filter: { skill: ['x'.repeat(101)] } }],
    ['no cursor', { after: 'x' }],
    ['a cursor of other types', { after: forged(['0', 'a', randomUUID()]) }],
    ['a cursor with a strange id', { after: forged([0, 'a', 'x']) }],
    ['a cursor that is too short', { after: forged([0]) }],
    ['a variable of another type', { first: 'many' }],
    ['a field of the filter that is not one', { filter: { name: ['x'] } }],
  ])('is refused with a code: %s', async (_what, variables) => {
    const { errors } = await ask(DOCUMENT, variables);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  });

  it('gives null for a solo that does not exist', async () => {
    const { data, errors } = await ask('{ solo(slug: "nobody") { id } }');
    expect([data, errors]).toEqual([{ solo: null }, undefined]);
  });
});
