import type { RegistrationStatus, SessionHouseholdFragment } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

const statuses: Record<RegistrationStatus, () => string> = {
  PENDING: m.households_status_pending,
  CONFIRMED: m.households_status_confirmed,
  WAITLISTED: m.households_status_waitlisted,
  OFFERED: m.households_status_offered,
  CANCELLED: m.households_status_cancelled,
  ATTENDED: m.households_status_attended,
  NO_SHOW: m.households_status_no_show,
};
export const statusWord = (status: RegistrationStatus): string => statuses[status]();

/** Who comes, in words: « 2 adultes, 2 enfants (2016, 2019) ». */
export function partyWords({ adults, childrenBirthYears: years }: SessionHouseholdFragment): string {
  const grown = m.households_adults({ count: adults });
  return years.length === 0
    ? grown
    : `${grown}, ${m.households_children({ count: years.length, years: years.join(', ') })}`;
}

/** What they ask for, one thing each. */
export function needWords({ needs }: SessionHouseholdFragment): string[] {
  const sharing = { OFFERS: m.households_need_offers, SEEKS: m.households_need_seeks };
  const from = needs.leavingFrom ? ` (${needs.leavingFrom})` : '';
  return [
    needs.lodging ? m.households_need_lodging() : null,
    needs.diet ? m.households_need_diet({ diet: needs.diet }) : null,
    needs.childcare?.length
      ? m.households_need_childcare({ count: needs.childcare.length, years: needs.childcare.join(', ') })
      : null,
    needs.carSharing ? sharing[needs.carSharing]() + from : null,
    needs.remarks || null,
  ].filter((words) => words !== null);
}

/** The parts of the list, in the order in which an agent needs them. */
export type HouseholdPart = {
  key: 'seated' | 'offered' | 'waiting' | 'cancelled';
  anchor: string;
  households: SessionHouseholdFragment[];
};

export function partsOf(households: readonly SessionHouseholdFragment[]): HouseholdPart[] {
  const of = (...wanted: RegistrationStatus[]) => households.filter(({ status }) => wanted.includes(status));
  return [
    { key: 'seated', anchor: 'inscrits', households: of('CONFIRMED', 'ATTENDED', 'NO_SHOW', 'PENDING') },
    { key: 'offered', anchor: 'offres', households: of('OFFERED') },
    {
      key: 'waiting',
      anchor: 'attente',
      households: of('WAITLISTED').sort((one, other) => (one.position ?? 0) - (other.position ?? 0)),
    },
    { key: 'cancelled', anchor: 'annules', households: of('CANCELLED') },
  ];
}

/** What has to be arranged for those who come, counted over those with a seat or an offer. */
export function needsOf(households: readonly SessionHouseholdFragment[]) {
  const coming = households.filter(({ status }) => status === 'CONFIRMED' || status === 'OFFERED');
  const people = (list: readonly SessionHouseholdFragment[]) =>
    list.reduce((sum, { seats }) => sum + seats, 0);
  const sharing = (way: 'OFFERS' | 'SEEKS') => coming.filter(({ needs }) => needs.carSharing === way);
  return {
    sleeping: people(coming.filter(({ needs }) => needs.lodging)),
    minded: coming.flatMap(({ needs }) => needs.childcare ?? []).sort((one, other) => one - other),
    offers: sharing('OFFERS'),
    seeks: sharing('SEEKS'),
    diets: coming.filter(({ needs }) => needs.diet),
  };
}
