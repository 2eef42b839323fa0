import { describe, expect, it } from 'vitest';
import { checkInCode, codeKey, tokenIn } from './check-in-code.ts';

const token = `c3Vu-_8${'a'.repeat(57)}`;

describe('the typed code of a check-in', () => {
  it('has seven signs, none of which is taken for another', () => {
    expect(checkInCode(token)).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(checkInCode(token)).not.toBe(checkInCode(token.replace('8', '9')));
  });

  it('is recognised however it is typed', () => {
    expect(codeKey(' k7m 2qpx')).toBe(codeKey('K7M-2QPX'));
    expect(codeKey('O1I-LLL2')).toBe('0111112');
  });

  it('is not made of what other codes hold', () => {
    expect(tokenIn(`https://pays.test/espace/sessions/accueil/${token}`)).toBe(token);
    expect(tokenIn(`https://pays.test/en/espace/sessions/accueil/${token}/`)).toBe(token);
    expect([tokenIn(token), tokenIn('https://exemple.fr/menu'), tokenIn(`${token}x`)]).toEqual([
      token,
      null,
      null,
    ]);
  });
});
