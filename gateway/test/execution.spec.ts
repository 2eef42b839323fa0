import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createFederation } from './federation/federation.js';
import { randomOperation } from './federation/random.operation.js';

const federation = createFederation();
const { ask, truth } = federation;

describe('an operation over several subgraphs', () => {
  it.each([
    ['fields of one entity', '{ place(id: "3") { name(upper: true) views owner { full } } }'],
    ['required fields, nested', '{ place(id: "3") { score(plus: 2) parent { score } } }'],
    ['the same entity twice, asked differently', '{ a: place { views } b: place { views(since: "x") } }'],
    [
      'members of a union with fields of one name and several types',
      '{ search { ... on Place { score } ... on Person { title } ... on Thing { size } } }',
    ],
    [
      'the same in a subgraph reached by entities',
      '{ place(id: "3") { owner { favourites { ... on Place { score } ... on Person { size views } } } } }',
    ],
    [
      'the same again in several places at once',
      '{ place(id: "3") { any { ... on Place { score } ... on Thing { size } } parent { any { ... on Place { score } ... on Thing { size } } } } }',
    ],
    [
      'an interface',
      '{ nodes { id ... on Place { views score } ... on Person { title count } } place { tags { label } } }',
    ],
    ['lists of lists', '{ grid { views name } }'],
    [
      'compound keys',
      '{ place { owner { full best { score owner { full } } favourites { ... on Place { tags { label } } ... on Person { home { views } } } } } }',
    ],
    ['a root value that two subgraphs share', '{ shared { n left right } }'],
    [
      'mutations, one after the other',
      'mutation { first(n: 1) third(n: 2) { title views home { score } } second(n: 3) { score views } }',
    ],
    ['nothing but its type', '{ __typename }'],
    [
      'null where there is none',
      '{ place(id: "none") { views } node(id: "t1") { id ... on Thing { label } } }',
    ],
    ['an opaque value', '{ place { meta } }'],
    ['an error in one field', '{ place { name fails views } }'],
    ['an error at the root', '{ broken { views } chief { views } }'],
    [
      'null where there can be none, in another subgraph',
      '{ place(id: "4") { name sure } maybe { list { sure } } }',
    ],
    ['the same, up to the root', '{ strict { must { name children { sure } } } }'],
  ])('answers as one schema would: %s', async (_what, text) => {
    const [answer, true_] = await Promise.all([ask(text), truth(text)]);
    expect(answer.data).toEqual(true_.data);
    expect(answer.errors === undefined).toBe(true_.errors === undefined);
  });

  it.each([
    'query ($yes: Boolean!) { place { name @skip(if: $yes) views @include(if: $yes) score @skip(if: $yes) } }',
    'query ($yes: Boolean!) { place { name ... on Place @include(if: $yes) { score parent { owner { full } } } } }',
    'query ($yes: Boolean!) { place { name } chief @include(if: $yes) { views } owners @skip(if: $yes) { full } }',
    'query ($yes: Boolean!) { search { ...found @include(if: $yes) ... on Thing { label } } } fragment found on Place { views name }',
  ])('follows its switches either way: %s', async (text) => {
    for (const yes of [true, false]) {
      expect((await ask(text, { yes })).data).toEqual((await truth(text, { yes })).data);
    }
  });

  it('asks each subgraph about each entity once', async () => {
    federation.requests.length = 0;
    await ask('{ places: nodes { ... on Place { children { views } } } }');
    const views = federation.requests.filter(({ subgraph }) => subgraph === 'views');
    expect(views).toHaveLength(1);
    const references = views[0]?.variables['representations'] as unknown[];
    expect(new Set(references.map((one) => JSON.stringify(one))).size).toBe(references.length);
  });

  it('keeps the order and the names that the client gave', async () => {
    const text = '{ z: place { views name owner { nick } dims { h } kind } a: chief { title } }';
    expect(JSON.stringify(await ask(text))).toBe(JSON.stringify(await truth(text)));
  });

  it('says at each place what a failing entity cost', async () => {
    const { errors } = await ask('{ place(id: "2") { children { id sure } } }');
    expect(errors?.map(({ path }) => path)).toEqual([['place', 'children', 1, 'sure']]);
  });

  it('loses what a subgraph that is down owed, and nothing else', async () => {
    federation.down.add('views');
    const { data, errors } = await ask('{ place { name views owner { nick full } } chief { title } }');
    federation.down.delete('views');
    expect(data).toEqual({
      place: { name: 'place 1', views: null, owner: { nick: 'nick1', full: null } },
      chief: { title: 'Title 2' },
    });
    expect(errors?.map(({ path }) => path)).toEqual([['place'], ['place', 'owner']]);
  });

  it('refuses aliases that hide a field, on which the planner would abort', async () => {
    for (const text of [
      '{ place { dims { w: h } score } }',
      '{ place { id: name views } }',
      '{ nodes { size: id } }',
      '{ place { _internal_qp_alias_0: name } }',
    ]) {
      await expect(ask(text)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    }
  });
});

/** Whatever the schema allows must be answered as if there were no subgraphs. `SEEDS` says how many to try. */
it('any operation answers as one schema would', async () => {
  const seeds = Number(process.env['SEEDS'] ?? 400);
  const first = Number(process.env['FIRST_SEED'] ?? 1);
  let compared = 0;
  for (let seed = first; seed < first + seeds; seed++) {
    const { text, variables } = randomOperation(federation.engine.schema, seed);
    if (validate(federation.engine.schema, parse(text)).length > 0) continue;
    const [answer, true_] = await Promise.all([ask(text, variables), truth(text, variables)]);
    expect(answer.data, `seed ${seed}: ${text}`).toEqual(true_.data);
    expect(answer.errors === undefined, `errors of seed ${seed}: ${text}`).toBe(true_.errors === undefined);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(seeds / 4);
});
