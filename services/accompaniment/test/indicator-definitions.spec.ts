import { afterAll, beforeAll, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';

let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const definitions = async (locale: 'fr' | 'en') => {
  const { data } = await world.subgraph.client({ locale })(
    '{ indicatorDefinitions { key label rule unknown since service } }',
  );
  return data?.indicatorDefinitions as Record<string, string>[];
};

it('defines every figure once, dated, for anybody, in their language', async () => {
  const [french, english] = [await definitions('fr'), await definitions('en')];
  expect(new Set(french.map(({ key }) => key)).size).toBe(17);
  expect(english.map(({ key }) => key)).toEqual(french.map(({ key }) => key));
  for (const [index, { label, rule, unknown, since }] of french.entries()) {
    expect(since).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const text of [label, rule, unknown]) expect(text?.length, text).toBeGreaterThan(8);
    expect(english[index]?.['rule']).not.toBe(rule);
    // French sets some signs apart by a space that does not break.
    expect(`${label}${rule}${unknown}`).not.toMatch(/ [:;!?»]|« /);
  }
});

it('never lets an unknown pass for a zero', async () => {
  const jobs = (await definitions('fr')).find(({ key }) => key === 'JOBS');
  expect(jobs?.['unknown']).toContain('ce n’est pas zéro');
});
