import { describe, expect, it } from 'vitest';
import { closer, communeWith } from '../commune.fixture.ts';
import { type ServiceKey, serviceKeys } from '../services.ts';
import type { MapCommune } from '../vocabulary.ts';
import { closeness } from './evaluate.ts';
import { needsOf } from './needs.ts';
import type { Profile } from './profile.ts';
import { rankCommunes, scoreOf } from './rank.ts';
import { reasonBefore, sortOut } from './reason.ts';

const profileWith = (answers: Partial<Profile>): Profile => ({
  children: [],
  speed: null,
  musts: [],
  wishes: [],
  near: 10,
  size: null,
  travel: null,
  ...answers,
});
const family = profileWith({
  children: ['0-2', '6-10'],
  speed: 'FROM_100',
  musts: ['medecin'],
  wishes: ['boulangerie', 'piscine'],
  size: 'village',
  travel: 'train',
});
const order = (communes: MapCommune[], profile: Profile) =>
  rankCommunes(communes, profile).ranked.map(({ commune }) => commune.name);

/** The same numbers at every run, spread over what communes may be. */
function someCommunes(count: number): MapCommune[] {
  let seed = 7;
  const next = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  return Array.from({ length: count }, (_, index) =>
    communeWith(`Commune ${index}`, {
      population: next() < 0.1 ? null : Math.round(next() * 5000),
      broadbandClass: next() < 0.2 ? null : next() < 0.5 ? 'FROM_30' : 'FROM_1000',
      services: Object.fromEntries(
        serviceKeys.flatMap((key) => (next() < 0.3 ? [] : [[key, Math.round(next() * 300) / 10]])),
      ),
      unlisted: serviceKeys.filter(() => next() < 0.2),
    }),
  );
}

describe('what a family needs', () => {
  it('is each child’s school, its musts and wishes, each once', () => {
    const needs = needsOf({ ...family, musts: ['medecin', 'creche'], wishes: ['medecin', 'boulangerie'] });
    expect(needs.map(({ key, must }) => (must ? key : `(${key})`))).toEqual([
      'creche',
      'elementaire',
      'debit',
      'gare',
      'medecin',
      '(boulangerie)',
      '(lieu)',
    ]);
  });
});

describe('closeness', () => {
  it('falls with distance, in one step where near ends, to nothing', () => {
    const values = [0, 0.1, 5, 10, 10.1, 20, 30, 90].map((km) => closeness(km, 10));
    expect(values).toEqual(values.toSorted((one, other) => other - one));
    expect(values[0]).toBe(1);
    expect(values[3]).toBeCloseTo(0.6);
    expect(values[4]).toBeLessThan(0.3);
    expect(values.at(-1)).toBe(0);
    expect(closeness(null, 10)).toBe(0);
  });
});

describe('the ranking', () => {
  const near = communeWith('Auzat', { services: { medecin: 2 } });
  const far = communeWith('Foix', { services: { medecin: 18 } });
  const silent = communeWith('Ganac', { unlisted: ['medecin'] });

  it('puts a must that is met before one nobody knows, and that before one that is missing', () => {
    expect(order([far, silent, near], profileWith({ musts: ['medecin'] }))).toEqual([
      'Auzat',
      'Ganac',
      'Foix',
    ]);
  });

  it('lets no number of wishes make up for a must', () => {
    const wishes: ServiceKey[] = ['boulangerie', 'epicerie', 'piscine', 'cinema', 'poste'];
    const rich = communeWith('Riche', { services: Object.fromEntries(wishes.map((wish) => [wish, 0])) });
    expect(order([rich, near], profileWith({ musts: ['medecin'], wishes }))).toEqual(['Auzat', 'Riche']);
  });

  it('orders by name what is level', () => {
    expect(order([near, communeWith('Alos', { services: { medecin: 2 } })], family)).toEqual([
      'Alos',
      'Auzat',
    ]);
  });

  it('never places a commune lower for one more service', () => {
    const communes = someCommunes(40);
    for (const service of ['creche', 'elementaire', 'gare', 'medecin', 'boulangerie', 'piscine'] as const) {
      for (const [index, commune] of communes.entries()) {
        const before = rankCommunes(communes, family).placeOf.get(commune.code)!;
        const richer = communes.with(index, closer(commune, service, 3));
        expect(rankCommunes(richer, family).placeOf.get(commune.code)!).toBeLessThanOrEqual(before);
      }
    }
  });

  it('never lets an unknown beat a known yes, all else being equal', () => {
    for (const commune of someCommunes(40)) {
      for (const service of ['creche', 'medecin', 'boulangerie'] as const) {
        const known = { ...closer(commune, service, 9.9), name: 'Connue' };
        const place = serviceKeys.indexOf(service);
        const unknown = {
          ...commune,
          name: 'Autre',
          kilometres: commune.kilometres.with(place, null),
          gaps: commune.gaps.with(place, 0),
        };
        expect(order([unknown, known], family)[0]).toBe('Connue');
      }
    }
  });

  it('says how much of what is asked is known', () => {
    expect(scoreOf(near, profileWith({ musts: ['medecin'] })).confidence).toBe(1);
    const half = profileWith({ musts: ['medecin'], speed: 'FROM_30' });
    expect(scoreOf(near, half).confidence).toBe(0.5);
    expect(scoreOf(silent, half).confidence).toBe(0);
  });

  it('gives all points to a commune that has all on the spot', () => {
    const all = communeWith('Tout', { services: { medecin: 0, boulangerie: 0 }, population: 300 });
    const asked = profileWith({ musts: ['medecin'], wishes: ['boulangerie'], size: 'village' });
    expect(scoreOf(all, asked).points).toBeCloseTo(100);
  });
});

describe('the reason of a rank', () => {
  const profile = profileWith({ musts: ['medecin', 'creche'], wishes: ['boulangerie'] });
  const reason = (one: MapCommune, other: MapCommune) =>
    reasonBefore(scoreOf(one, profile), scoreOf(other, profile));

  it('is the must that decides', () => {
    const one = communeWith('Une', { services: { medecin: 9, creche: 9 } });
    const other = communeWith('Autre', { services: { medecin: 0, boulangerie: 0, creche: 14 } });
    expect(reason(one, other)).toMatchObject({
      why: 'need',
      decisive: true,
      here: { need: { key: 'creche' }, kilometres: 9 },
      there: { kilometres: 14 },
    });
  });

  it('else the greatest difference in points', () => {
    const one = communeWith('Une', { services: { medecin: 1, creche: 5, boulangerie: 0 } });
    const other = communeWith('Autre', { services: { medecin: 1, creche: 5.5, boulangerie: 9 } });
    expect(reason(one, other)).toMatchObject({
      why: 'need',
      decisive: false,
      here: { need: { key: 'boulangerie' } },
    });
  });

  it('else the order of names', () => {
    expect(reason(communeWith('Une'), communeWith('Autre'))).toEqual({ why: 'name' });
  });

  it('holds for every neighbour of a ranking: the one before is better by what is said', () => {
    const { ranked } = rankCommunes(someCommunes(60), family);
    for (const [index, one] of ranked.slice(0, -1).entries()) {
      const why = reasonBefore(one, ranked[index + 1]!);
      if (why.why === 'need') {
        expect(why.here.value).toBeGreaterThan(why.there.value);
      }
    }
  });

  it('comes with what is met, missing and unsaid, the musts first', () => {
    const one = communeWith('Une', { services: { boulangerie: 0, medecin: 3 }, unlisted: ['creche'] });
    const sorted = sortOut(scoreOf(one, profile));
    expect(sorted.met.map(({ need }) => need.key)).toEqual(['medecin', 'boulangerie']);
    expect(sorted.missing).toEqual([]);
    expect(sorted.unsaid.map(({ need }) => need.key)).toEqual(['creche']);
  });
});
