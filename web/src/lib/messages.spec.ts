import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../../messages/', import.meta.url);
const keysOf = (language: string, file: string): string[] =>
  Object.keys(JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')) as object).filter(
    (key) => key !== '$schema',
  );

it.each(['fr', 'en'])('no message in %s hides another of the same name in another file', (language) => {
  const files = readdirSync(new URL(`${language}/`, folder));
  const all = files.flatMap((file) => keysOf(language, file).map((key) => ({ key, file })));
  const twice = Object.values(Object.groupBy(all, ({ key }) => key)).filter((places) => places!.length > 1);
  expect(twice).toEqual([]);
});

it('every message is there in both languages', () => {
  for (const file of readdirSync(new URL('fr/', folder))) {
    expect(keysOf('en', file).sort()).toEqual(keysOf('fr', file).sort());
  }
});
