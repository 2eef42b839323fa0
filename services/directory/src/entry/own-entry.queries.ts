import { ConsentPurpose } from '../consent/consent-purpose.js';
import { consentWording, WORDING_VERSION } from '../consent/consent-wording.js';
import type { EntryFields } from './entry-fields.js';
import type { EntryOwner } from './entry-session.js';
import type { EntryConsentOffer, EntryContent, EntryPhoto, OwnEntry } from './own-entry.js';

interface SoloRow
  extends Omit<
    OwnEntry,
    | 'content'
    | 'published'
    | 'consents'
    | 'wordings'
    | 'version'
    | 'state'
    | 'reason'
    | 'submittedAt'
    | 'sessionUntil'
  > {
  published: EntryFields;
  contactPhone: string | null;
  contactWebsite: string | null;
}

interface ChangeRow {
  state: NonNullable<OwnEntry['state']> | 'REPLACED';
  version: number;
  fields: EntryFields;
  submittedAt: Date | null;
  reason: string | null;
}

/** The entry of whoever holds the session, with their own rights. */
export async function selectOwnEntry(owner: EntryOwner): Promise<OwnEntry | null> {
  const { own, soloId, until } = owner;
  const [row] = await own.read<SoloRow>({
    name: 'own solo',
    text: SOLO,
    values: [own.requireTerritory(), soloId],
  });
  if (!row) return null;
  const [changes, consents, photos] = await Promise.all([
    own.read<ChangeRow>({ name: 'own changes', text: CHANGES, values: [own.requireTerritory(), soloId] }),
    own.read<OwnEntry['consents'][number]>({
      name: 'own consents',
      text: `select purpose, wording, version, given_at as "givenAt" from consent
        where territory_id = $1 and solo_id = $2 and withdrawn_at is null order by purpose`,
      values: [own.requireTerritory(), soloId],
    }),
    own.read<EntryPhoto>({
      name: 'own photos',
      text: 'select id, alternative, width, height from solo_photo where territory_id = $1 and solo_id = $2',
      values: [own.requireTerritory(), soloId],
    }),
  ]);
  const { published, contactPhone, contactWebsite, ...solo } = row;
  const content = (fields: EntryFields): EntryContent =>
    ({ ...fields, photo: photos.find(({ id }) => id === fields.photoId) ?? null }) as EntryContent;
  const latest = changes[0];
  return {
    ...solo,
    sessionUntil: until,
    version: latest?.version ?? 0,
    state: latest && latest.state !== 'REPLACED' ? latest.state : null,
    reason: latest?.reason ?? null,
    submittedAt: latest?.submittedAt ?? null,
    content: content(startingFields(row, changes)),
    published: solo.wasPublished ? content(published) : null,
    consents,
    wordings: consentOffers(own.origin.locale),
  };
}

/** The sentences in force, in the reader’s language. */
export const consentOffers = (locale: string): EntryConsentOffer[] =>
  Object.values(ConsentPurpose).map((purpose) => ({
    purpose,
    wording: consentWording(purpose, locale),
    version: WORDING_VERSION,
  }));

/** What its owner’s form starts with; null when there is no such entry any more. */
export async function fieldsOfOwner({ own, soloId }: EntryOwner): Promise<EntryFields | null> {
  const values = [own.requireTerritory(), soloId];
  const [[row], changes] = await Promise.all([
    own.read<SoloRow>({ name: 'own solo', text: SOLO, values }),
    own.read<ChangeRow>({ name: 'own changes', text: CHANGES, values }),
  ]);
  return row ? startingFields(row, changes) : null;
}

/** What the form starts with: what was saved and not accepted; else what shows, and what its owner keeps unseen beside it. */
function startingFields(row: SoloRow, changes: ChangeRow[]): EntryFields {
  const latest = changes[0];
  if (latest && latest.state !== 'ACCEPTED') return latest.fields;
  const { published, contactPhone, contactWebsite } = row;
  const unseen = latest?.fields;
  const hides = (option: 'LANGUAGES' | 'PHOTO') => unseen && !unseen.shown.includes(option);
  return {
    ...published,
    // Who joined by the site has no name yet, but what stands before the @ of their address.
    displayName: published.activity === '' ? '' : published.displayName,
    communeCode: published.communeCode ?? unseen?.communeCode ?? null,
    phone: published.phone ?? contactPhone,
    website: published.website ?? contactWebsite,
    languages: hides('LANGUAGES') ? (unseen?.languages ?? []) : published.languages,
    photoId: hides('PHOTO') ? (unseen?.photoId ?? null) : published.photoId,
  };
}

/** `published` has the shape of EntryFields. */
const SOLO = `
  select s.id, s.slug, s.status, s.hidden_because as "hiddenBecause", s.reconfirm_by::text as "reconfirmBy",
    s.published_at is not null as "wasPublished", s.demonstration, c.email, c.phone as "contactPhone",
    c.website as "contactWebsite",
    jsonb_build_object(
      'displayName', s.display_name, 'activity', s.activity, 'skills', to_jsonb(s.skills),
      'presentation', s.presentation, 'communeCode', coalesce(s.commune_code, c.commune_code),
      'shownPlace', case when s.area is null then 'COMMUNE' else 'AREA' end, 'area', s.area, 'nafCode', s.naf_code,
      'languages', to_jsonb(s.languages), 'phone', s.phone, 'website', s.website, 'canSponsor', s.can_sponsor,
      'photoId', s.photo_id,
      'shown', to_jsonb(array_remove(array[
        case when s.phone is not null then 'PHONE' end, case when s.website is not null then 'WEBSITE' end,
        case when s.photo_id is not null then 'PHOTO' end,
        case when cardinality(s.languages) > 0 then 'LANGUAGES' end], null))) as published
  from solo s left join solo_contact c on c.solo_id = s.id
  where s.territory_id = $1 and s.id = $2`;

const CHANGES = `
  select state, version, fields, submitted_at as "submittedAt", reason from entry_change
  where territory_id = $1 and solo_id = $2 order by version desc limit 1`;
