import { registerEnumType } from 'type-graphql';

/** What is chosen from one record or the other when two become one. */
export enum MergePart {
  DISPLAY_NAME = 'DISPLAY_NAME',
  ACTIVITY = 'ACTIVITY',
  SKILLS = 'SKILLS',
  PRESENTATION = 'PRESENTATION',
  PLACE = 'PLACE',
  NAF_CODE = 'NAF_CODE',
  LANGUAGES = 'LANGUAGES',
  PHOTO = 'PHOTO',
  SPONSOR = 'SPONSOR',
  PERSON_NAME = 'PERSON_NAME',
  EMAIL = 'EMAIL',
  PHONE = 'PHONE',
  WEBSITE = 'WEBSITE',
  SIRET = 'SIRET',
  NOTES = 'NOTES',
}
registerEnumType(MergePart, {
  name: 'MergePart',
  description: 'What is chosen from one record or the other when two become one.',
});

/** The columns of `solo` that go with a part. The public reads them of a published entry. */
export const SOLO_COLUMNS: Partial<Record<MergePart, readonly string[]>> = {
  [MergePart.DISPLAY_NAME]: ['display_name'],
  [MergePart.ACTIVITY]: ['activity'],
  [MergePart.SKILLS]: ['skills'],
  [MergePart.PRESENTATION]: ['presentation'],
  [MergePart.PLACE]: ['commune_code', 'area'],
  [MergePart.NAF_CODE]: ['naf_code'],
  [MergePart.LANGUAGES]: ['languages'],
  [MergePart.PHOTO]: ['photo_id'],
  [MergePart.SPONSOR]: ['can_sponsor'],
};

/** The columns of `solo_contact` that go with a part: members alone read them. */
export const CONTACT_COLUMNS: Partial<Record<MergePart, readonly string[]>> = {
  [MergePart.PERSON_NAME]: ['person_name'],
  [MergePart.EMAIL]: ['email', 'email_key'],
  [MergePart.PHONE]: ['phone', 'phone_key'],
  [MergePart.WEBSITE]: ['website'],
  [MergePart.SIRET]: ['siret'],
  [MergePart.NOTES]: ['notes'],
  [MergePart.PLACE]: ['commune_code'],
};
