import type { EntryFields, OptionalField } from './entry-fields.js';

/** What the public reads of an entry: the fields of a solo, without what its owner keeps to themselves. */
export interface PublicSide {
  displayName: string;
  activity: string;
  skills: string[];
  presentation: string | null;
  communeCode: string | null;
  area: string | null;
  nafCode: string | null;
  languages: string[];
  phone: string | null;
  website: string | null;
  photoId: string | null;
  canSponsor: boolean;
}

/** What an entry shows once it is published. */
export function publicSide(fields: EntryFields): PublicSide {
  const shown = <Value>(field: OptionalField, value: Value): Value | null =>
    fields.shown.includes(field) ? value : null;
  const inCommune = fields.shownPlace === 'COMMUNE';
  return {
    displayName: fields.displayName,
    activity: fields.activity,
    skills: fields.skills,
    presentation: fields.presentation,
    communeCode: inCommune ? fields.communeCode : null,
    area: inCommune ? null : fields.area,
    nafCode: fields.nafCode,
    languages: shown('LANGUAGES', fields.languages) ?? [],
    phone: shown('PHONE', fields.phone),
    website: shown('WEBSITE', fields.website),
    photoId: shown('PHOTO', fields.photoId),
    canSponsor: fields.canSponsor,
  };
}
