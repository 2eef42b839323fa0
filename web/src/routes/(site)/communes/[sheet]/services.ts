import type {
  CommuneSheetQuery,
  FacilityFamily,
  FacilityTypesQuery,
} from '#lib/graphql/generated/graphql.ts';

type Presence = NonNullable<CommuneSheetQuery['commune']>['presence'][number];
export type Service = Presence & { label: string };
export type Family = { family: FacilityFamily; services: Service[] };

/** In the order people think of them when they look for a place to live. */
const order: FacilityFamily[] = [
  'CHILDHOOD',
  'SCHOOL',
  'HEALTH',
  'SHOPS',
  'PUBLIC_SERVICES',
  'MOBILITY',
  'CULTURE_SPORT',
  'WORKPLACES',
];

/** What is there, then what is not, then what is not known. */
const rank: Record<Presence['status'], number> = { PRESENT: 0, ABSENT: 1, UNVERIFIED: 2, UNKNOWN: 3 };

/** Groups the answers by family; a family nobody can say anything about is left out. */
export function familiesOf(types: FacilityTypesQuery['facilityTypes'], presence: Presence[]): Family[] {
  const answers = new Map(presence.map((answer) => [answer.type.code, answer]));
  return order.flatMap((family) => {
    const services = types
      .filter((type) => type.family === family)
      .flatMap(({ code, label }) => {
        const answer = answers.get(code);
        return answer ? [{ ...answer, label }] : [];
      })
      .sort((one, other) => rank[one.status] - rank[other.status]);
    return services.length > 0 ? [{ family, services }] : [];
  });
}
