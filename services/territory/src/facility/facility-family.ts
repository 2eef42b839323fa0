import { registerEnumType } from 'type-graphql';

export enum FacilityFamily {
  CHILDHOOD = 'CHILDHOOD',
  SCHOOL = 'SCHOOL',
  HEALTH = 'HEALTH',
  SHOPS = 'SHOPS',
  PUBLIC_SERVICES = 'PUBLIC_SERVICES',
  MOBILITY = 'MOBILITY',
  CULTURE_SPORT = 'CULTURE_SPORT',
  WORKPLACES = 'WORKPLACES',
}
registerEnumType(FacilityFamily, {
  name: 'FacilityFamily',
  description: 'The few families of services that people think in.',
});
