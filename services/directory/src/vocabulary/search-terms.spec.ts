import { describe, expect, it } from 'vitest';
import { searchTerms } from './search-terms.js';
import { nearestTrade, sameTrade } from './trade-words.js';

describe('words of the same trade', () => {
  it.each([
    ['programmeuse', 'developpeu'],
    ['developpeur', 'codeu'],
    ['informaticienne', 'programmeu'],
    ['graphiste', 'infographis'],
    ['infographiste', 'graphis'],
    ['traductrice', 'traduction'],
    ['photographe', null],
    ['zzyzx', null],
    // A word still being typed counts, one of three letters does not.
    ['prog', 'developpeu'],
    ['pro', null],
  ])('%s: %s', (word, other) => {
    if (other) expect(sameTrade(word)).toContain(other);
    else expect(sameTrade(word)).toEqual([]);
  });

  it.each([
    ['informatitien', 'informatic'],
    ['devellopeur', 'developpeu'],
    ['grahpiste', 'graphis'],
    ['architekte', 'architect'],
    ['tradition', null],
    ['graphiste', null],
    ['xyzzyx', null],
  ])('what is meant by %s: %s', (word, stem) => {
    expect(nearestTrade(word)).toBe(stem);
  });
});

describe('a search', () => {
  it('is its words without accents, each with what counts for it', () => {
    expect(searchTerms('  Œuvre d’ÉTÉ ')).toEqual({ words: ['oeuvre', 'd', 'ete'], others: ['', '', ''] });
    expect(searchTerms('comptable')?.others).toEqual(['gestionnair:*AB']);
    expect(searchTerms('kiné')?.others).toEqual(['masseu:*AB']);
  });

  it('holds nothing of the language of queries', () => {
    const { words, others } = searchTerms(`'&|!:*() <-> "graphiste"; drop`)!;
    expect(words).toEqual(['graphiste', 'drop']);
    expect(others.join(' ')).toMatch(/^[a-z:*AB| ]*$/);
  });

  it.each(['', ' ?! ', null, undefined])('of no word is none: %j', (search) => {
    expect(searchTerms(search)).toBeNull();
  });

  it('is bounded', () => {
    expect(searchTerms('a '.repeat(50))?.words).toHaveLength(12);
  });
});
