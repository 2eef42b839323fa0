import { describe, expect, it } from 'vitest';
import { communeWith } from './commune.fixture.ts';
import { findCommunes, fold, mostExcluding, visibleCommunes } from './filter.ts';
import { emptyState, type MapState } from './state.ts';

const foix = communeWith('Foix', {
  population: 9500,
  broadbandClass: 'FROM_1000',
  fibreShare: 0.92,
  services: { creche: 0, ecole: 0, medecin: 0, gare: 0 },
  premises: ['OFFICE'],
});
const saint = communeWith('Saint-Jean-de-Verges', {
  population: 1300,
  broadbandClass: 'FROM_30',
  fibreShare: 0.4,
  services: { creche: 7.4, ecole: 0, medecin: 5, gare: 3.2 },
});
const orlu = communeWith('Orlu', {
  population: null,
  postalCodes: ['09110'],
  services: { creche: 31.5, ecole: 8, medecin: 8 },
});
const all = [saint, orlu, foix];
const names = (state: Partial<MapState>, codes?: string[]) =>
  visibleCommunes(all, { ...emptyState, ...state }, codes && { text: state.q ?? '', codes }).map(
    ({ name }) => name,
  );
const find = (state: Partial<MapState>, communes = all) =>
  findCommunes(communes, { ...emptyState, ...state });

describe('the communes a view shows', () => {
  it('are all, by name, when nothing is asked', () => {
    expect(names({})).toEqual(['Foix', 'Orlu', 'Saint-Jean-de-Verges']);
  });

  it('are found without accents, hyphens or the whole word', () => {
    expect(names({ q: 'st jean' })).toEqual(['Saint-Jean-de-Verges']);
    expect(names({ q: 'VERG' })).toEqual(['Saint-Jean-de-Verges']);
    expect(names({ q: '09110' })).toEqual(['Orlu']);
    expect(fold('Cœur de l’Été')).toBe('coeur de l ete');
  });

  it('include those that answer by a service', () => {
    expect(names({ q: 'boulangerie' })).toEqual([]);
    expect(names({ q: 'boulangerie' }, ['Foix'])).toEqual(['Foix']);
  });

  it('have every service asked for within the distance, or in the commune itself', () => {
    expect(names({ services: ['creche', 'ecole'], km: 10 })).toEqual(['Foix', 'Saint-Jean-de-Verges']);
    expect(names({ services: ['creche', 'ecole'], km: 5 })).toEqual(['Foix']);
    expect(names({ services: ['ecole'], km: 0 })).toEqual(['Foix', 'Saint-Jean-de-Verges']);
  });

  it('answer a station, fibre, premises and an intercommunality each by its own measure', () => {
    expect(names({ station: 5 })).toEqual(['Foix', 'Saint-Jean-de-Verges']);
    expect(names({ fibre: 80 })).toEqual(['Foix']);
    expect(names({ premises: 'OFFICE' })).toEqual(['Foix']);
    expect(names({ epci: '200066363' })).toEqual([]);
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

describe('what is not known', () => {
  const silent = communeWith('Ganac', { unlisted: ['creche'], services: { ecole: 0 } });
  const known = communeWith('Auzat', { services: { creche: 12, ecole: 0 } });

  it('is counted apart, by criterion, never as a no', () => {
    const { visible, asked, uncertain } = find({ services: ['creche', 'ecole'] }, [foix, silent, known]);
    expect(visible).toEqual([foix]);
    expect(uncertain).toBe(1);
    expect(asked.map(({ unknown }) => unknown)).toEqual([1, 0]);
  });

  it('says nothing of a commune that something else excludes', () => {
    expect(find({ services: ['creche'], fibre: 50 }, [{ ...silent, fibreShare: 0.1 }]).uncertain).toBe(0);
  });
});

describe('when nothing shows', () => {
  it('the criterion without which most would show is named', () => {
    const { asked } = find({ services: ['ecole', 'urgences'], km: 10 });
    const most = mostExcluding(asked);
    expect(most).toMatchObject({ criterion: { key: 'service-urgences' }, without: 3, alone: 0 });
    expect(names({ services: ['ecole', 'urgences'], km: 10, ...most?.criterion.dropped })).toHaveLength(3);
  });

  it('no single one frees communes, the rarest is', () => {
    const { asked } = find({ services: ['urgences', 'piscine', 'ecole'], km: 10 });
    expect(mostExcluding(asked)).toMatchObject({ without: 0, alone: 0 });
    expect(mostExcluding([])).toBeNull();
  });
});
