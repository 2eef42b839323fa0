import type {
  DuplicateProposalsQuery,
  DuplicateReason,
  MergeNotice,
  MergePart,
  MergePreviewQuery,
  MergeSideFragment,
} from '#lib/graphql/generated/graphql.ts';
import type { MergeField } from '#lib/merge/merge.ts';
import { m } from '#lib/paraglide/messages.js';
import { languageName } from '../moderation/part-words.ts';

export type SoloPair = DuplicateProposalsQuery['duplicateProposals']['nodes'][number];
export type SoloPart = MergePart;
export type SoloPreview = NonNullable<MergePreviewQuery['mergePreview']>;

/** What can be chosen from one record or the other: its name, and how each says it. */
export const mergeFields: MergeField<MergeSideFragment, MergePart>[] = [
  { part: 'DISPLAY_NAME', label: m.part_name, said: (side) => side.displayName },
  { part: 'PERSON_NAME', label: m.merge_person, said: (side) => side.personName ?? '' },
  { part: 'ACTIVITY', label: m.part_activity, said: (side) => side.activity },
  { part: 'PLACE', label: m.part_place, said: (side) => side.commune?.name ?? side.area ?? '' },
  { part: 'EMAIL', label: m.merge_email, said: (side) => side.email ?? '' },
  { part: 'PHONE', label: m.part_phone, said: (side) => side.phone ?? '' },
  { part: 'WEBSITE', label: m.part_website, said: (side) => side.website ?? '' },
  { part: 'SIRET', label: m.merge_siret, said: (side) => side.siret ?? '' },
  { part: 'SKILLS', label: m.part_skills, said: (side) => side.skills.join(', ') },
  { part: 'PRESENTATION', label: m.part_presentation, said: (side) => side.presentation ?? '' },
  { part: 'NAF_CODE', label: m.part_naf, said: (side) => side.nafCode ?? '' },
  { part: 'LANGUAGES', label: m.part_languages, said: (side) => side.languages.map(languageName).join(', ') },
  { part: 'PHOTO', label: m.part_photo, said: (side) => (side.photoId ? m.merge_has_photo() : '') },
  {
    part: 'SPONSOR',
    label: m.part_sponsor,
    said: (side) => (side.canSponsor ? m.part_sponsor_yes() : m.part_sponsor_no()),
  },
  { part: 'NOTES', label: m.merge_notes, said: (side) => side.notes ?? '' },
];

/** Who is kept unless told otherwise: the one that is published, or was known first. */
export function usuallyKept(first: MergeSideFragment, second: MergeSideFragment): MergeSideFragment {
  const rank = ({ status }: MergeSideFragment) => ['CONSENTED', 'PUBLISHED'].indexOf(status);
  if (rank(first) !== rank(second)) {
    return rank(first) > rank(second) ? first : second;
  }
  return first.identifiedAt <= second.identifiedAt ? first : second;
}

export const reasonWords: Record<DuplicateReason, () => string> = {
  SIRET: m.duplicate_siret,
  EMAIL: m.duplicate_email,
  PHONE: m.duplicate_phone,
  SAME_NAME: m.duplicate_same_name,
  SIMILAR_NAME: m.duplicate_similar_name,
  SAME_COMMUNE: m.duplicate_commune,
};

export const noticeWords: Record<MergeNotice, () => string> = {
  STAYS_PUBLISHED: m.notice_published,
  PUBLIC_FIELDS_STAY: m.notice_public_fields,
  STAYS_HIDDEN: m.notice_hidden,
  WILL_BE_WITHDRAWN: m.notice_withdrawn,
  ADDRESS_CHANGES: m.notice_address,
};
