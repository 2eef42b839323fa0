import { listed, numberOf, oneOf } from '../address.ts';
import { type ServiceKey, serviceKeys } from '../services.ts';
import { type BroadbandClass, classOrder, speeds } from '../vocabulary.ts';

/** Ages of children by what they need: a crèche, a nursery class, a primary class, a collège, a lycée. */
export const ages = ['0-2', '3-5', '6-10', '11-14', '15-17'] as const;
export type Age = (typeof ages)[number];

export const sizes = ['village', 'bourg'] as const;
export type Size = (typeof sizes)[number];

export const travels = ['voiture', 'train'] as const;
export type Travel = (typeof travels)[number];

/** A family's life in a few answers; every one may be left out. */
export type Profile = {
  children: Age[];
  /** Wired speed that work needs. */
  speed: BroadbandClass | null;
  musts: ServiceKey[];
  wishes: ServiceKey[];
  /** How far is still near, in kilometres as the crow flies. */
  near: number;
  size: Size | null;
  travel: Travel | null;
};

/** Distances that may be called near. */
export const nearChoices = [2, 5, 10, 15, 20];
export const usualNear = 10;

/** Services that the guided form offers; an address may hold any other. */
export const offeredServices: ServiceKey[] = [
  'medecin',
  'pharmacie',
  'boulangerie',
  'epicerie',
  'supermarche',
  'poste',
  'restaurant',
  'bibliotheque',
  'loisirs',
  'piscine',
  'cinema',
  'coworking',
];

/** Reads the profile of an address; null where none is asked for. */
export function readProfile(search: URLSearchParams): Profile | null {
  if (search.get('profil') !== '1') {
    return null;
  }
  const musts = listed(search, 'indispensables', serviceKeys);
  return {
    children: listed(search, 'enfants', ages),
    speed: classOrder.find((speed) => speeds[speed] && `${speeds[speed]}` === search.get('besoin')) ?? null,
    musts,
    wishes: listed(search, 'souhaits', serviceKeys).filter((service) => !musts.includes(service)),
    near: numberOf(search.get('pres'), 100) || usualNear,
    size: oneOf(sizes, search.get('lieu')),
    travel: oneOf(travels, search.get('trajet')),
  };
}

/** A profile as an address holds it. */
export const profileParameters = (profile: Profile): [string, string | null][] => [
  ['profil', '1'],
  ['enfants', profile.children.join()],
  ['besoin', profile.speed && `${speeds[profile.speed]}`],
  ['indispensables', profile.musts.join()],
  ['souhaits', profile.wishes.join()],
  ['pres', profile.near === usualNear ? null : `${profile.near}`],
  ['lieu', profile.size],
  ['trajet', profile.travel],
];
