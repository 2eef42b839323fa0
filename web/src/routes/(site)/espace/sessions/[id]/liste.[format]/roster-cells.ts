import { formatMoment } from '#lib/format/dates.ts';
import type { CarSharing, RosterHouseholdFragment } from '#lib/graphql/generated/graphql.ts';
import type { Cell } from '#lib/list/csv.ts';
import { m } from '#lib/paraglide/messages.js';
import { isAway, isHere } from '../jour/day-list.ts';

/** The columns of the list of households as a file. */
export const rosterHead = (): string[] => [
  m.roster_name(),
  m.roster_people(),
  m.roster_adults(),
  m.roster_children(),
  m.roster_phone(),
  m.roster_email(),
  m.roster_status(),
  m.roster_present(),
  m.roster_diet(),
  m.roster_lodging(),
  m.roster_childcare(),
  m.roster_car(),
  m.roster_from(),
  m.roster_remarks(),
  m.roster_visits(),
];

export function rosterCells(household: RosterHouseholdFragment): Cell[] {
  const { contactName, people, phone, email, needs, visits } = household;
  const birthYears = people.flatMap(({ birthYear }) => birthYear ?? []);
  return [
    contactName ?? m.day_nobody(),
    people.length,
    people.length - birthYears.length,
    birthYears.join(', '),
    phone ?? null,
    email ?? null,
    isHere(household)
      ? m.day_status_attended()
      : isAway(household)
        ? m.day_status_no_show()
        : m.day_status_expected(),
    people.filter(({ attended }) => attended).length,
    needs.diet ?? null,
    needs.lodging ? m.roster_yes() : null,
    needs.childcare?.join(', ') || null,
    carWords(needs.carSharing),
    needs.leavingFrom ?? null,
    needs.remarks ?? null,
    visits
      .map(({ startsAt, title, place, host }) =>
        [formatMoment(startsAt), title, place, host].filter(Boolean).join(' · '),
      )
      .join(' ; ') || null,
  ];
}

function carWords(sharing: CarSharing | null | undefined): string | null {
  if (!sharing) {
    return null;
  }
  return sharing === 'OFFERS' ? m.day_need_offers() : m.day_need_seeks();
}
