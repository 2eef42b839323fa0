import type {
  HouseholdSideFragment,
  ProspectLikenessReason,
  ProspectMergeNotice,
  ProspectMergePart,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { horizonWords, whoTheyAre } from '#lib/prospects/prospect-words.ts';

/** Speeds by their class in the territory’s offer. */
const speedWords: Record<string, () => string> = {
  FROM_8: m.speed_from_8,
  FROM_30: m.speed_from_30,
  FROM_100: m.speed_from_100,
  FROM_1000: m.speed_from_1000,
};

/** What can be chosen from one household or the other: its name, and how each says it. */
export const mergeFields: {
  part: ProspectMergePart;
  label: () => string;
  said: (side: HouseholdSideFragment) => string;
}[] = [
  { part: 'NAME', label: m.household_list_name, said: ({ name }) => name },
  { part: 'EMAIL', label: m.household_list_email, said: ({ email }) => email ?? '' },
  { part: 'PHONE', label: m.household_list_phone, said: ({ phone }) => phone ?? '' },
  { part: 'LIVES_IN', label: m.household_list_lives_in, said: ({ livesIn }) => livesIn ?? '' },
  {
    part: 'HOUSEHOLD',
    label: m.household_merge_who,
    said: ({ adults, childrenBirthYears }) => whoTheyAre(adults, childrenBirthYears),
  },
  { part: 'PROJECT', label: m.household_list_project, said: ({ project }) => project ?? '' },
  { part: 'ACTIVITY', label: m.household_list_activity, said: ({ activity }) => activity ?? '' },
  {
    part: 'HORIZON',
    label: m.household_list_horizon,
    said: ({ horizon }) => (horizon ? horizonWords[horizon]() : ''),
  },
  { part: 'HOUSING', label: m.household_merge_housing, said: ({ housing }) => housing ?? '' },
  { part: 'PREMISES', label: m.household_merge_premises, said: ({ premises }) => premises ?? '' },
  {
    part: 'SPEED',
    label: m.household_merge_speed,
    said: ({ neededSpeed }) => speedWords[neededSpeed ?? '']?.() ?? '',
  },
];

/** The parts chosen from the household that goes; where it alone says something, that is taken unless told otherwise. */
export function fromMerged(
  form: FormData | null,
  kept: HouseholdSideFragment,
  merged: HouseholdSideFragment,
): ProspectMergePart[] {
  return mergeFields
    .filter(({ part, said }) => {
      const chosen = form?.get(part);
      return chosen ? chosen === merged.id : said(kept) === '' && said(merged) !== '';
    })
    .map(({ part }) => part);
}

/** Who is kept unless told otherwise: the one known first. */
export const usuallyKept = (
  first: HouseholdSideFragment,
  second: HouseholdSideFragment,
): HouseholdSideFragment => (first.firstContactOn <= second.firstContactOn ? first : second);

export const reasonWords: Record<ProspectLikenessReason, () => string> = {
  EMAIL: m.duplicate_email,
  PHONE: m.duplicate_phone,
  NAME_AND_CHILDREN: m.household_same_children,
};

export const noticeWords: Record<ProspectMergeNotice, () => string> = {
  STAYS_ON_ITS_WAY: m.household_notice_way,
  CONSENT_ENDS: m.household_notice_consent,
  SEAT_GIVEN_UP: m.household_notice_seat,
};

export const sureWords = (confidence: number): string =>
  confidence >= 0.9 ? m.duplicate_sure() : confidence >= 0.7 ? m.duplicate_likely() : m.duplicate_possible();
