import { describe, expect, it } from 'vitest';
import { carried, originOf, originOfForm, originSearch } from './origin.ts';

const at = (search: string) => new URL(`https://pays.example/decouvrir${search}`);

describe('the code in an address', () => {
  it('is read, and carried along the way to a form', () => {
    const url = at('?o=affiche-gare');
    expect(originOf(url)).toBe('affiche-gare');
    expect(originSearch(url)).toBe('?o=affiche-gare');
    expect(carried('/rappel', url)).toBe('/rappel?o=affiche-gare');
    expect(carried('/carte?pop=500#liste', url)).toBe('/carte?pop=500&o=affiche-gare#liste');
  });

  it.each(['', '?o=', '?o=a', '?o=<script>', `?o=${'a'.repeat(41)}`, '?o=Affiche'])(
    'is none in « %s »',
    (search) => {
      expect(originOf(at(search))).toBeNull();
      expect(carried('/rappel', at(search))).toBe('/rappel');
    },
  );
});

describe('what a form says of its origin', () => {
  const sent = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return originOfForm(form);
  };

  it('keeps measured and declared side by side', () => {
    expect(
      sent({ origin: 'affiche-gare', declaredChannel: 'WORD_OF_MOUTH', declaredWords: ' une cousine ' }),
    ).toEqual({ code: 'affiche-gare', declaredChannel: 'WORD_OF_MOUTH', declaredWords: 'une cousine' });
  });

  it('leaves out what nobody could have chosen', () => {
    expect(sent({ origin: '../x', declaredChannel: 'TELEPATHY', declaredWords: ' ' })).toEqual({
      code: null,
      declaredChannel: null,
      declaredWords: null,
    });
  });
});
