import type { FacilityFamily } from '#lib/graphql/generated/graphql.ts';

/**
 * The sign of each family of services, as path data in a square of 24, filled by the even-odd rule: a bear, an open
 * book, a cross, a bag, a town hall, the front of a train, a star, a screen.
 */
export const signs: Record<FacilityFamily, string> = {
  CHILDHOOD:
    'M7 4.2a3 3 0 0 0-2.3 4.9A7.6 7.6 0 1 0 19.3 9.1A3 3 0 1 0 14.5 5.8a7.7 7.7 0 0 0-5 0A3 3 0 0 0 7 4.2ZM9.2 10.2a1.2 1.2 0 1 1 0 2.4a1.2 1.2 0 0 1 0-2.4ZM14.8 10.2a1.2 1.2 0 1 1 0 2.4a1.2 1.2 0 0 1 0-2.4ZM12 13.8c1.5 0 2.6.8 2.6 1.7S13.5 17.4 12 17.4s-2.6-1-2.6-1.9s1.1-1.7 2.6-1.7Z',
  SCHOOL:
    'M11.2 7C9.3 5.7 6.7 5.1 4 5v12.5c2.7.1 5.3.7 7.2 2ZM12.8 7c1.9-1.3 4.5-1.9 7.2-2v12.5c-2.7.1-5.3.7-7.2 2Z',
  HEALTH: 'M9.7 4h4.6v5.7H20v4.6h-5.7V20H9.7v-5.7H4V9.7h5.7Z',
  SHOPS: 'M8 8.5V7.6a4 4 0 0 1 8 0v.9h2.6L19.5 20h-15L5.4 8.5ZM9.7 8.5h4.6V7.6a2.3 2.3 0 0 0-4.6 0Z',
  PUBLIC_SERVICES:
    'M12 3.5 3.5 8.6v1.9h17V8.6ZM5.5 12h2.6v5H5.5ZM10.7 12h2.6v5h-2.6ZM15.9 12h2.6v5h-2.6ZM3.5 18.3h17v2.2h-17Z',
  MOBILITY:
    'M8 3.5h8a3 3 0 0 1 3 3v8.3a3 3 0 0 1-2.4 2.9l1.9 2.8h-2.5L14.3 18H9.7l-1.7 2.5H5.5l1.9-2.8A3 3 0 0 1 5 14.8V6.5a3 3 0 0 1 3-3ZM7.2 6.3v4.5h9.6V6.3ZM8.3 13a1.3 1.3 0 1 1 0 2.6a1.3 1.3 0 0 1 0-2.6ZM15.7 13a1.3 1.3 0 1 1 0 2.6a1.3 1.3 0 0 1 0-2.6Z',
  CULTURE_SPORT: 'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9L12 16.8l-5.3 2.9 1.1-5.9L3.5 9.7l5.9-.8Z',
  WORKPLACES: 'M5 5h14v10.5H5ZM7 7v6.5h10V7ZM2.5 17h19v2.5h-19Z',
};

/** The families in the order that screens list them. */
export const families = Object.keys(signs) as FacilityFamily[];

/** How addresses name them. */
export const placeWords: Record<FacilityFamily, string> = {
  CHILDHOOD: 'petite-enfance',
  SCHOOL: 'ecole',
  HEALTH: 'sante',
  SHOPS: 'commerces',
  PUBLIC_SERVICES: 'services-publics',
  MOBILITY: 'transports',
  CULTURE_SPORT: 'culture-sport',
  WORKPLACES: 'travail',
};
