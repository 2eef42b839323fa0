import type { PersonRequestShownFragment } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

export type PersonRequest = PersonRequestShownFragment;
type Answer = PersonRequest['answers'][number];

const services: Record<string, () => string> = {
  identity: m.person_service_identity,
  directory: m.person_service_directory,
  territory: m.person_service_territory,
  accompaniment: m.person_service_accompaniment,
};
const counts: Record<string, () => string> = {
  households: m.person_count_households,
  sponsors: m.person_count_sponsors,
  letters: m.person_count_letters,
  refusals: m.person_count_refusals,
  memberships: m.person_count_memberships,
  mentions: m.person_count_mentions,
  solos: m.person_count_solos,
  messages: m.person_count_messages,
  links: m.person_count_links,
  networkContacts: m.person_count_network,
  premises: m.person_count_premises,
  invitations: m.person_count_invitations,
  savedViews: m.person_count_views,
  accounts: m.person_count_accounts,
  sessions: m.person_count_sessions,
  signInLinks: m.person_count_signin,
  exports: m.person_count_exports,
};
const kept: Record<string, () => string> = {
  countingRows: m.person_kept_counting,
  objection: m.person_kept_objection,
  otherTerritories: m.person_kept_territories,
  regions: m.person_kept_regions,
  operator: m.person_kept_operator,
  membership: m.person_kept_membership,
  premises: m.person_kept_premises,
  histories: m.person_kept_histories,
};

export const serviceName = (service: string): string => services[service]?.() ?? service;

const enumerate = (parts: readonly string[]): string =>
  new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(parts);

/** 2 foyers et 3 lettres. */
export const countsInWords = ({ counts: given }: Answer): string =>
  given.length === 0
    ? m.person_nothing()
    : enumerate(given.map(({ what, count }) => `${count} ${(counts[what] ?? m.person_count_other)()}`));

export const keptInWords = ({ kept: given }: Answer): string =>
  given.length === 0
    ? m.person_nothing()
    : enumerate(given.map(({ what, count }) => `${count} ${(kept[what] ?? m.person_count_other)()}`));

/** The services that have not confirmed, in words. */
export const awaitedIn = ({ answers }: PersonRequest): string =>
  enumerate(answers.filter(({ confirmedAt }) => !confirmedAt).map(({ service }) => serviceName(service)));
