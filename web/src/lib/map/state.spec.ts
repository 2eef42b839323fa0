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
      services: ['creche', 'ecole'],
      km: 5,
      population: { minimum: 500, maximum: 2000 },
      epci: '200066363',
      speed: 'FROM_100',
      fibre: 80,
      station: 0,
      premises: 'COWORKING',
      profile: {
        children: ['0-2', '6-10'],
        speed: 'FROM_100',
        musts: ['medecin'],
        wishes: ['boulangerie', 'piscine'],
        near: 15,
        size: 'village',
        travel: 'train',
      },
      figure: 'debit',
      sort: 'population-croissante',
      places: ['SCHOOL', 'HEALTH'],
      commune: '09122',
      compared: ['09122', '09030'],
    };
    expect(read(serialiseState(state))).toEqual(state);
  });

  it.each(['-200', '2000-', '0-0'])('keeps the range %s open where it is open', (range) => {
    expect(serialiseState(read(`pop=${range}`))).toBe(`?pop=${range}`);
  });

  it('knows the codes of Corsica', () => {
    expect(read('commune=2A004').commune).toBe('2A004');
  });

  it('reads what a form sends, names repeated and fields left empty', () => {
    const sent = 'q=&services=creche&services=ecole&km=10&pop=&fibre=50&gare=&debit=';
    expect(serialiseState(read(sent))).toBe('?services=creche,ecole&fibre=50');
  });

  it('takes the figure and the order of a profile when it does not say', () => {
    expect(read('profil=1&enfants=0-2')).toMatchObject({ figure: 'profil', sort: 'profil' });
    expect(serialiseState(read('profil=1&enfants=0-2'))).toBe('?profil=1&enfants=0-2');
    expect(read('profil=1&sort=nom&figure=distance-creche')).toMatchObject({
      figure: 'distance-creche',
      sort: 'nom',
    });
    expect(read('figure=profil&sort=profil')).toEqual(emptyState);
  });

  it('asks for a service once, must before wish', () => {
    const { profile } = read('profil=1&indispensables=poste,poste&souhaits=poste,taxi');
    expect(profile).toMatchObject({ musts: ['poste'], wishes: ['taxi'] });
  });

  it('leaves out what it does not understand', () => {
    const nonsense =
      'pop=beaucoup&epci=12&debit=12&figure=altitude&sort=hasard&commune=%3Cscript%3E&services=licorne&km=400&fibre=0&gare=x&locaux=chateau&comparer=1,2&enfants=0-2';
    expect(read(nonsense)).toEqual(emptyState);
  });
});
