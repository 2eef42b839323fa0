/** Where a business is shown to be: in its commune, or somewhere in the group of communes around it. */
export type ShownPlace = 'COMMUNE' | 'AREA';

/** What may show or not, as the person chooses. The rest of an entry always shows: that is what an entry is. */
export const OPTIONAL_FIELDS = ['PHONE', 'WEBSITE', 'PHOTO', 'LANGUAGES'] as const;
export type OptionalField = (typeof OPTIONAL_FIELDS)[number];

/** An entry as it is edited, moderated and published. */
export interface EntryFields {
  displayName: string;
  activity: string;
  skills: string[];
  presentation: string | null;
  /** INSEE code. */
  communeCode: string | null;
  shownPlace: ShownPlace;
  /** What the area is called, when the commune does not show. */
  area: string | null;
  nafCode: string | null;
  /** ISO 639-1 codes. */
  languages: string[];
  phone: string | null;
  website: string | null;
  canSponsor: boolean;
  photoId: string | null;
  shown: OptionalField[];
}
