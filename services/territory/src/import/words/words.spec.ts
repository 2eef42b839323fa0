import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DATASETS, otherLayouts } from '../datasets/index.js';
import { FRENCH_KINDS } from './file-kinds.js';
import { refusalWords } from './refusal-words.js';
import { rejectionText } from './rejection-words.js';

const folder = fileURLToPath(new URL('..', import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => readFileSync(join(folder, path), 'utf8'))
  .join('\n');

/** What the code says, with an example where something varies. */
const said = (pattern: RegExp) =>
  [...sources.matchAll(pattern)].map(([, quote, text = '']) =>
    (quote === '`' ? text.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '7') : text).replaceAll("\\'", "'"),
  );

describe('what importers say', () => {
  const rejections = said(/reject\(\s*'[A-Z_]+',\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g);
  it.each(rejections)('of a row, "%s", has French words', (text) => {
    expect(rejectionText(text, 'fr')).not.toBe(text);
  });

  // What the command alone meets is said by the command.
  const refusals = said(/ImportRefusedError\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g).filter(
    (text) =>
      !/^(errors|cancelled|territory: 7)/.test(text) &&
      text !== 'file: this looks like 77' &&
      !text.includes('${'),
  );
  it.each(refusals)('of a file, "%s", has French words', (text) => {
    expect(refusalWords(text, 'fr').code).not.toBe('OTHER');
  });

  it('is found at all', () => {
    expect([rejections.length > 10, refusals.length > 10]).toEqual([true, true]);
  });

  const titles = [...DATASETS.flatMap(({ layouts }) => layouts), ...otherLayouts(DATASETS[0] as never)];
  it.each(titles.map(({ title }) => title))('of what a file is, "%s", has French words', (title) => {
    expect(FRENCH_KINDS[title]).toBeDefined();
  });
});

describe('a refusal', () => {
  it('names what the file looks like, and how to import it', () => {
    expect(
      refusalWords('file: this looks like the list of France services: import it as france-services', 'fr'),
    ).toEqual({
      code: 'OTHER_DATASET',
      message: 'Ce fichier ressemble à la liste des France services : importez-le comme tel.',
      dataset: 'france-services',
    });
  });

  it('that nobody foresaw is shown as it was said', () => {
    expect(refusalWords('file: odd', 'fr')).toEqual({ code: 'OTHER', message: 'file: odd', dataset: null });
  });
});
