import type { InstallationCaseQuery } from '#lib/graphql/generated/graphql.ts';
import type { Carrier } from '#lib/server/identity.ts';

export type Case = NonNullable<InstallationCaseQuery['installationRecord']>;
export type Step = Case['steps'][number];
export type FollowUp = Case['followUps'][number];
/** What a part's form was told: what is wrong, and what was typed. */
export type Told = { problems: Record<string, string>; typed: Record<string, string>; refused: boolean };

/** To whom a step can be given. */
export type Hands = {
  carriers: readonly Carrier[];
  actors: readonly { id: string; name: string }[];
  me: { id: string };
};
