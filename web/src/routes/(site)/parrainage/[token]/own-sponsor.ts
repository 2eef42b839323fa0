import type { OwnSponsorPageQuery } from '#lib/graphql/generated/graphql.ts';

export type OwnSponsor = NonNullable<OwnSponsorPageQuery['ownSponsor']>;
export type SponsoredHousehold = OwnSponsor['households'][number];

/** What a form of the page was told when it was refused. */
export type Refused = {
  part: string;
  id: string;
  typed: Record<string, string>;
  message: string;
  problems: Partial<Record<string, string>>;
} | null;

/** What was refused of one form: its part, and the household it is of. */
export const refusedOf = (refused: Refused, part: string, id = ''): Refused =>
  refused && refused.part === part && refused.id === id ? refused : null;
