import type {
  HouseholdSideFragment,
  ProspectLikenessReason,
  ProspectMergeNotice,
  ProspectMergePart,
  ProspectMergePreviewQuery,
  ProspectPairsQuery,
} from '#lib/graphql/generated/graphql.ts';
import type { MergeField } from '#lib/merge/merge.ts';
import { m } from '#lib/paraglide/messages.js';
import { horizonWords, speedWord, whoTheyAre } from '#lib/prospects/prospect-words.ts';

export type HouseholdPair = ProspectPairsQuery['prospectPairs']['nodes'][number];
export type HouseholdPart = ProspectMergePart;
export type HouseholdPreview = NonNullable<ProspectMergePreviewQuery['prospectMergePreview']>;

/** What can be chosen from one household or the other: its name, and how each says it. */
export const mergeFields: MergeField<HouseholdSideFragment, ProspectMergePart>[] = [
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
    said: ({ neededSpeed }) => speedWord(neededSpeed),
  },
];

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
