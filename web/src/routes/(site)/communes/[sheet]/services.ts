import { formatNumber } from '#lib/format/figures.ts';
import type {
  CommuneSheetQuery,
  FacilityFamily,
  FacilityTypesQuery,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

type Presence = NonNullable<CommuneSheetQuery['commune']>['presence'][number];
export type Fact = NonNullable<CommuneSheetQuery['commune']>['facts'][number];
export type Service = Presence & { label: string; fact: Fact | null };
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
export function familiesOf<Answer extends { type: { code: string }; status: Presence['status'] }>(
  types: FacilityTypesQuery['facilityTypes'],
  presence: Answer[],
): { family: FacilityFamily; services: (Answer & { label: string })[] }[] {
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

/** What the families are called. */
export const familyLabels: Record<FacilityFamily, () => string> = {
  CHILDHOOD: m.family_childhood,
  SCHOOL: m.family_school,
  HEALTH: m.family_health,
  SHOPS: m.family_shops,
  PUBLIC_SERVICES: m.family_public_services,
  MOBILITY: m.family_mobility,
  CULTURE_SPORT: m.family_culture_sport,
  WORKPLACES: m.family_workplaces,
};

/** Each answer with what it rests on. */
export function withFacts(presence: Presence[], facts: Fact[]): (Presence & { fact: Fact | null })[] {
  const byType = new Map(facts.map((fact) => [fact.type.code, fact]));
  return presence.map((answer) => ({ ...answer, fact: byType.get(answer.type.code) ?? null }));
}

/** Four answers, told apart by a sign and in words: there, not there, not verified, nobody looked. */
export const signs = { PRESENT: '●', ABSENT: '○', UNVERIFIED: '◐', UNKNOWN: '?' } as const;

/** « INSEE : 2, SNCF : aucun — à décider »: sources that contradict each other, each with its answer. */
export function tellDisagreement({ statements, verification }: Fact): string {
  const said = statements.map(({ count, source }) => ({ by: source.producer, count }));
  const voices =
    verification && !verification.expired
      ? [...said, { by: verification.verifiedBy, count: verification.count }]
      : said;
  const values = voices.map(({ by, count }) =>
    count === 0 ? m.service_says_none({ by }) : m.service_says({ by, count: formatNumber(count) }),
  );
  return m.service_conflict({ values: values.join(', ') });
}
