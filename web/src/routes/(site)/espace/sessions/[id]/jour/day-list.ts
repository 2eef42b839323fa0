import type { RosterHouseholdFragment, SessionDayQuery } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { checkInCode, codeKey, tokenIn } from '#lib/sessions/check-in-code.ts';

export type Roster = NonNullable<SessionDayQuery['sessionRoster']>;
export type Household = RosterHouseholdFragment;
export type Person = Household['people'][number];
/** What is noted on a phone of one person. */
export type Mark = { registrationId: string; person: number; attended: boolean };

export const nameOf = ({ contactName }: Pick<Household, 'contactName'>): string =>
  contactName ?? m.day_nobody();
export const personLabel = ({ person, birthYear }: Pick<Person, 'person' | 'birthYear'>): string =>
  birthYear === null || birthYear === undefined
    ? m.day_adult({ count: person + 1 })
    : m.day_child({ year: birthYear });

/** The roster by name, with what this phone noted since; marks in the order in which they were noted. */
export function withMarks(households: Household[], marks: Iterable<Mark>): Household[] {
  const latest = new Map([...marks].map((mark) => [`${mark.registrationId} ${mark.person}`, mark.attended]));
  const byName = households.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), getLocale()));
  return byName.map((household) => ({
    ...household,
    people: household.people.map((each) => {
      const attended = latest.get(`${household.registrationId} ${each.person}`);
      return attended === undefined ? each : { ...each, attended, assumed: false };
    }),
  }));
}

export const isHere = ({ people }: Household): boolean => people.some(({ attended }) => attended);
/** Nobody of it came, and nobody is still expected. */
export const isAway = ({ people }: Household): boolean => people.every(({ attended }) => attended === false);

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export type Shown = 'all' | 'expected' | 'here';

export const filtered = (households: Household[], typed: string, shown: Shown): Household[] =>
  households.filter(
    (household) =>
      plain(nameOf(household)).includes(plain(typed.trim())) &&
      (shown === 'all' || (shown === 'here') === isHere(household)),
  );

/** What a code says on the day of this session. */
export type CodeAnswer =
  | { kind: 'household'; household: Household }
  | { kind: 'said'; text: string; token?: string };

/** Finds the household of a code that was scanned or typed, without asking anybody. */
export function findByCode({ households, others }: Roster, read: string): CodeAnswer {
  const token = tokenIn(read);
  const typed = codeKey(read);
  const matches = (candidate: { checkInToken: string }) =>
    token ? candidate.checkInToken === token : codeKey(checkInCode(candidate.checkInToken)) === typed;
  const found = households.filter(matches);
  if (found[0]) {
    return found.length === 1
      ? { kind: 'household', household: found[0] }
      : { kind: 'said', text: m.day_code_several() };
  }
  const other = others.find(matches);
  if (other) {
    const cancelled = other.status === 'CANCELLED';
    return { kind: 'said', text: cancelled ? m.day_code_cancelled() : m.day_code_waiting() };
  }
  if (token || typed.length === 7) {
    return { kind: 'said', text: m.day_code_unknown(), ...(token && { token }) };
  }
  return { kind: 'said', text: m.day_code_not_ours() };
}
