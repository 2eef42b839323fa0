import { nearestTrade, sameTrade } from './trade-words.js';

/** What is searched for, as the database takes it: words, and beside each the others that count for it. */
export interface SearchTerms {
  words: string[];
  /** A tsquery of beginnings for each word, empty where nothing else counts. */
  others: string[];
}

/** More words than these narrow nothing down. */
const MOST_WORDS = 12;

/** Letters as search compares them: lower case, without accents. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');

/** The words of a search with the trades they mean; null when there are none. */
export function searchTerms(search: string | null | undefined): SearchTerms | null {
  const words = (plainText(search ?? '').match(/[a-z0-9]+/g) ?? []).slice(0, MOST_WORDS);
  return words.length > 0 ? { words, others: words.map(othersOf) } : null;
}

/** Beginnings among names, activities and skills alone (weights A and B): in a sentence they would say too little. */
function othersOf(word: string): string {
  const meant = nearestTrade(word);
  const stems = meant ? [meant, ...sameTrade(meant)] : sameTrade(word);
  return stems.map((stem) => `${stem}:*AB`).join(' | ');
}
