import { describe, expect, it } from 'vitest';
import { emptyState, type MapState, parseState, serialiseState } from './state.ts';

const read = (address: string) => parseState(new URLSearchParams(address));

describe('the address of a map', () => {
  it('is empty for the plain view', () => {
    expect(serialiseState(emptyState)).toBe('');
    expect(read('')).toEqual(emptyState);
  });

  it('reads back as what was written', () => {
    const state: MapState = {
      q: 'école & crèche',
      population: { minimum: 500, maximum: 2000 },
      epci: '200066363',
      speed: 'FROM_100',
      figure: 'debit',
      sort: 'population-croissante',
      places: ['SCHOOL', 'HEALTH'],
      commune: '09122',
    };
    expect(read(serialiseState(state))).toEqual(state);
  });

  it.each(['-200', '2000-', '0-0'])('keeps the range %s open where it is open', (range) => {
    expect(serialiseState(read(`pop=${range}`))).toBe(`?pop=${range}`);
  });

  it('knows the codes of Corsica', () => {
    expect(read('commune=2A004').commune).toBe('2A004');
  });

  it('leaves out what it does not understand', () => {
    const nonsense = 'pop=beaucoup&epci=12&debit=12&figure=altitude&sort=hasard&commune=%3Cscript%3E';
    expect(read(nonsense)).toEqual(emptyState);
  });
});
