import type { MapCommune } from './vocabulary.ts';

/** Communes that answer a text otherwise than by their name: they have the service, or the solo. */
export type TextMatches = { text: string; codes: string[] };

/** Lower case, without accents, hyphens or apostrophes: « st girons » finds Saint-Girons. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bste? /g, (abbreviated) => (abbreviated === 'st ' ? 'saint ' : 'sainte '))
    .trim();
}

/** Folding costs, and a territory is searched at every key: each commune's name is folded once. */
const foldedNames = new WeakMap<MapCommune, string>();

/** Whether each word begins a word of the commune's name, or a postal code of its. */
export function isNamed(commune: MapCommune, words: string[]): boolean {
  const name = foldedNames.get(commune) ?? ` ${fold(commune.name)}`;
  foldedNames.set(commune, name);
  return words.every(
    (word) => name.includes(` ${word}`) || commune.postalCodes.some((code) => code.startsWith(word)),
  );
}
