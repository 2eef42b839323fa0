import { FIGURE_KEYS, type Figures } from './figures.js';

/** The name of each figure by what pages call it. */
export type Labels = ReadonlyMap<string, string>;

/** The figures of a page that lists them as terms and their descriptions. */
export const readDescriptions = (html: string, labels: Labels): Figures =>
  figuresAmong(html.matchAll(/<dt[^>]*>(.*?)<\/dt>\s*<dd[^>]*>(.*?)<\/dd>/gs), labels);

/** The figures of one territory in the table of its region's page; all null when it has no row there. */
export function readRegionRow(html: string, territory: string, labels: Labels): Figures {
  const row = html
    .split('<tr')
    .find((part) => wordsOf(/<th[^>]*>(.*?)<\/th>/s.exec(part)?.[1] ?? '') === territory);
  return figuresAmong((row ?? '').matchAll(/<td[^>]*data-label="([^"]*)"[^>]*>(.*?)<\/td>/gs), labels);
}

function figuresAmong(found: Iterable<RegExpMatchArray>, labels: Labels): Figures {
  const read = new Map<string | undefined, number | null>();
  // A page names a figure again where it says how it is counted: its number stands at the first place.
  for (const [, label = '', value = ''] of found) {
    const key = labels.get(wordsOf(label));
    if (!read.has(key)) read.set(key, numberIn(value));
  }
  return Object.fromEntries(FIGURE_KEYS.map((key) => [key, read.get(key) ?? null])) as Figures;
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();

/** A whole number as French pages write it; null for words such as « non connu ». */
function numberIn(html: string): number | null {
  const digits = wordsOf(html).replace(/\s/g, '');
  return /^\d+$/.test(digits) ? Number(digits) : null;
}
