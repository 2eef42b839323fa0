import type { FacilityFamily } from '#lib/graphql/generated/graphql.ts';

/** The families of services as files name them: the same words whatever language the site is read in. */
export const familyWords: Record<FacilityFamily, string> = {
  CHILDHOOD: 'petite enfance',
  SCHOOL: 'école',
  HEALTH: 'santé',
  SHOPS: 'commerces',
  PUBLIC_SERVICES: 'services publics',
  MOBILITY: 'se déplacer',
  CULTURE_SPORT: 'culture et sport',
  WORKPLACES: 'lieux de travail',
};
