import type { FacilityFamily } from '#lib/graphql/generated/graphql.ts';

type Service = {
  family: FacilityFamily;
  /** BPE codes; any of them is the service. */
  types: readonly string[];
};

/**
 * Services as people name them, by the word that stands in addresses. The BPE parts what families take for one: a
 * primary school has nursery and elementary classes, a post office may be a counter in a shop.
 */
export const services = {
  creche: { family: 'CHILDHOOD', types: ['D502'] },
  'petite-enfance': { family: 'CHILDHOOD', types: ['D504'] },
  loisirs: { family: 'CHILDHOOD', types: ['D505'] },
  ecole: { family: 'SCHOOL', types: ['C107', 'C108', 'C109'] },
  maternelle: { family: 'SCHOOL', types: ['C107', 'C108'] },
  elementaire: { family: 'SCHOOL', types: ['C108', 'C109'] },
  college: { family: 'SCHOOL', types: ['C201'] },
  lycee: { family: 'SCHOOL', types: ['C301'] },
  medecin: { family: 'HEALTH', types: ['D265'] },
  dentiste: { family: 'HEALTH', types: ['D277'] },
  infirmier: { family: 'HEALTH', types: ['D281'] },
  kine: { family: 'HEALTH', types: ['D279'] },
  pharmacie: { family: 'HEALTH', types: ['D307'] },
  'maison-de-sante': { family: 'HEALTH', types: ['D113'] },
  urgences: { family: 'HEALTH', types: ['D106'] },
  epicerie: { family: 'SHOPS', types: ['B202'] },
  boulangerie: { family: 'SHOPS', types: ['B207'] },
  boucherie: { family: 'SHOPS', types: ['B204'] },
  supermarche: { family: 'SHOPS', types: ['B105'] },
  restaurant: { family: 'SHOPS', types: ['A504'] },
  essence: { family: 'SHOPS', types: ['B316'] },
  mairie: { family: 'PUBLIC_SERVICES', types: ['A129'] },
  poste: { family: 'PUBLIC_SERVICES', types: ['A206', 'A207', 'A208'] },
  'france-services': { family: 'PUBLIC_SERVICES', types: ['A128'] },
  banque: { family: 'PUBLIC_SERVICES', types: ['A203'] },
  gendarmerie: { family: 'PUBLIC_SERVICES', types: ['A104'] },
  gare: { family: 'MOBILITY', types: ['E108', 'E109'] },
  taxi: { family: 'MOBILITY', types: ['E101'] },
  recharge: { family: 'MOBILITY', types: ['B326'] },
  bibliotheque: { family: 'CULTURE_SPORT', types: ['F307'] },
  cinema: { family: 'CULTURE_SPORT', types: ['F303'] },
  piscine: { family: 'CULTURE_SPORT', types: ['F101'] },
  gymnase: { family: 'CULTURE_SPORT', types: ['F121'] },
  ski: { family: 'CULTURE_SPORT', types: ['F105'] },
  coworking: { family: 'WORKPLACES', types: ['W101'] },
  telecentre: { family: 'WORKPLACES', types: ['W102'] },
} as const satisfies Record<string, Service>;

export type ServiceKey = keyof typeof services;

export const serviceKeys = Object.keys(services) as ServiceKey[];

/** Asked for most: at hand without opening the whole list. */
export const usualServices: ServiceKey[] = [
  'creche',
  'ecole',
  'college',
  'medecin',
  'pharmacie',
  'boulangerie',
];

/** BPE codes of these services, each once. */
export const typesOf = (keys: readonly ServiceKey[]): string[] => [
  ...new Set(keys.flatMap((key) => services[key].types)),
];

/** Every BPE code that a service stands for. */
export const typeCodes: string[] = typesOf(serviceKeys);

export const isService = (word: string): word is ServiceKey => Object.hasOwn(services, word);

const places = new Map(serviceKeys.map((key, place) => [key, place]));

/** Where a service stands in the arrays of a commune. */
export const placeOf = (key: ServiceKey): number => places.get(key) as number;

/** Services by family, in the order people look for them. */
export const servicesByFamily: [FacilityFamily, ServiceKey[]][] = [
  ...Map.groupBy(serviceKeys, (key): FacilityFamily => services[key].family),
];
