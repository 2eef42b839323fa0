import { describe, expect, it } from 'vitest';
import { fold, visibleCommunes } from './filter.ts';
import { emptyState } from './state.ts';
import type { MapCommune } from './vocabulary.ts';

const commune = (name: string, facts: Partial<MapCommune> = {}): MapCommune => ({
  code: name,
  name,
  slug: fold(name).replaceAll(' ', '-'),
  population: 100,
  postalCodes: ['09000'],
  centre: null,
  intercommunality: null,
  broadbandClass: null,
  soloCount: null,
  ...facts,
});

const foix = commune('Foix', { population: 9500, broadbandClass: 'FROM_1000' });
const saint = commune('Saint-Jean-de-Verges', { population: 1300, broadbandClass: 'FROM_30' });
const orlu = commune('Orlu', { population: null, postalCodes: ['09110'] });
const all = [saint, orlu, foix];
const names = (state: Partial<typeof emptyState>, codes?: string[]) =>
  visibleCommunes(all, { ...emptyState, ...state }, codes && { text: state.q ?? '', codes }).map(
    ({ name }) => name,
  );

describe('the communes a view shows', () => {
  it('are all, by name, when nothing is asked', () => {
    expect(names({})).toEqual(['Foix', 'Orlu', 'Saint-Jean-de-Verges']);
  });

  it('are found without accents, hyphens or the whole word', () => {
    expect(names({ q: 'st jean' })).toEqual(['Saint-Jean-de-Verges']);
    expect(names({ q: 'VERG' })).toEqual(['Saint-Jean-de-Verges']);
    expect(names({ q: '09110' })).toEqual(['Orlu']);
  });

  it('include those that answer by a service', () => {
    expect(names({ q: 'boulangerie' })).toEqual([]);
    expect(names({ q: 'boulangerie' }, ['Foix'])).toEqual(['Foix']);
  });

  it('never include what is not known in a filter on it', () => {
    expect(names({ population: { minimum: 0, maximum: null } })).toEqual(['Foix', 'Saint-Jean-de-Verges']);
    expect(names({ speed: 'FROM_30' })).toEqual(['Foix', 'Saint-Jean-de-Verges']);
    expect(names({ speed: 'FROM_100' })).toEqual(['Foix']);
  });

  it('put what is not known last, both ways', () => {
    expect(names({ sort: 'population' }).at(-1)).toBe('Orlu');
    expect(names({ sort: 'population-croissante' }).at(-1)).toBe('Orlu');
  });
});
