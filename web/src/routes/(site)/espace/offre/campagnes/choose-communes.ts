import type { OfferMatrixQuery } from '#lib/graphql/generated/graphql.ts';

type Commune = NonNullable<OfferMatrixQuery['territory']>['communes'][number];
export const scopes = ['all', 'bodies', 'weakest', 'expired', 'picked'] as const;
export type Scope = (typeof scopes)[number];

/** How a campaign's communes are chosen. */
export type Choice = { scope: Scope; bodies: string[]; families: string[]; count: number; picked: string[] };

/** The codes that a choice means today. */
export function chosenCommunes(
  communes: Commune[],
  { scope, bodies, families, count, picked }: Choice,
): string[] {
  const asked = (commune: Commune) =>
    commune.qualification.families.filter(({ family }) => families.length === 0 || families.includes(family));
  const total = (commune: Commune, of: (family: ReturnType<typeof asked>[number]) => number) =>
    asked(commune).reduce((sum, family) => sum + of(family), 0);
  switch (scope) {
    case 'all':
      return communes.map(({ code }) => code);
    case 'bodies':
      return communes
        .filter(({ intercommunality }) => bodies.includes(intercommunality?.siren ?? ''))
        .map(({ code }) => code);
    case 'picked':
      return communes.filter(({ code }) => picked.includes(code)).map(({ code }) => code);
    case 'expired':
      return communes
        .filter((commune) => total(commune, ({ expired }) => expired) > 0)
        .map(({ code }) => code);
    case 'weakest':
      // What is neither known nor vouched for, in the families asked about.
      return communes
        .map((commune) => ({
          code: commune.code,
          known: total(commune, ({ types, unknown }) => types - unknown),
          verified: total(commune, ({ verified }) => verified),
        }))
        .sort((one, other) => one.known - other.known || one.verified - other.verified)
        .slice(0, count)
        .map(({ code }) => code);
  }
}
