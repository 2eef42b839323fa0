import type { FacilityFamily } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Provenance } from '#lib/provenance/provenance.ts';

/** What the marks of services are called: the labels of their types, and the sources they come from, by id. */
export type FacilityNames = {
  types: { code: string; family: FacilityFamily; label: string }[];
  sources: Provenance[];
};

const messages: Record<FacilityFamily, () => string> = {
  CHILDHOOD: m.family_childhood,
  SCHOOL: m.family_school,
  HEALTH: m.family_health,
  SHOPS: m.family_shops,
  PUBLIC_SERVICES: m.family_public_services,
  MOBILITY: m.family_mobility,
  CULTURE_SPORT: m.family_culture_sport,
  WORKPLACES: m.family_workplaces,
};

/** A family of services in words. */
export const familyLabel = (family: FacilityFamily): string => messages[family]();
