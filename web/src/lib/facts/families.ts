import type { FacilityFamily } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

/** In the order people think of them when they look for a place to live. */
export const families: readonly FacilityFamily[] = [
  'CHILDHOOD',
  'SCHOOL',
  'HEALTH',
  'SHOPS',
  'PUBLIC_SERVICES',
  'MOBILITY',
  'CULTURE_SPORT',
  'WORKPLACES',
];

const labels: Record<FacilityFamily, () => string> = {
  CHILDHOOD: m.family_childhood,
  SCHOOL: m.family_school,
  HEALTH: m.family_health,
  SHOPS: m.family_shops,
  PUBLIC_SERVICES: m.family_public_services,
  MOBILITY: m.family_mobility,
  CULTURE_SPORT: m.family_culture_sport,
  WORKPLACES: m.family_workplaces,
};
const shortLabels: Record<FacilityFamily, () => string> = {
  CHILDHOOD: m.family_short_childhood,
  SCHOOL: m.family_short_school,
  HEALTH: m.family_short_health,
  SHOPS: m.family_short_shops,
  PUBLIC_SERVICES: m.family_short_public_services,
  MOBILITY: m.family_short_mobility,
  CULTURE_SPORT: m.family_short_culture_sport,
  WORKPLACES: m.family_short_workplaces,
};

export const familyLabel = (family: FacilityFamily): string => labels[family]();
/** In seven letters at most, for the head of a narrow column. */
export const familyShortLabel = (family: FacilityFamily): string => shortLabels[family]();
export const familyOptions = () => families.map((value) => ({ value, label: familyLabel(value) }));
/** What an address or a form says, when it names a family. */
export const familyNamed = (value: string | null): FacilityFamily | null =>
  families.find((family) => family === value) ?? null;
