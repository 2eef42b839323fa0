import type { Scope, SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { EntryLinks } from '../entry/entry-links.js';
import { issueEntryLink } from '../entry/issue-link.js';
import type { LetterText } from '../entry/link.letter.js';
import { recordEvent } from '../event/record-event.js';
import { writeLetter } from '../letter/write-letter.js';
import { keptAway } from '../personal-data/objection.js';
import { lockSolo, moveSolo } from '../pipeline/move-solo.js';
import { SoloStatus } from '../solo/solo-status.js';
import { composeFirstLetter } from './first-letter.js';
import type { LeftOut } from './left-out.js';

/** What a first letter is made of, and why there may be none. */
export interface Reachable {
  id: string;
  status: SoloStatus;
  displayName: string;
  personName: string | null;
  activity: string;
  identifiedBy: string;
  identifiedAt: Date;
  email: string | null;
  emailKey: string | null;
  phone: string | null;
  siret: string | null;
  website: string | null;
  notes: string | null;
  locale: string | null;
  objected: boolean;
  written: boolean;
  demonstration: boolean;
}

export const letterKey = (soloId: string): string => `first-contact:${soloId}`;

const REACHABLE = `select s.id, s.status, s.display_name as "displayName", c.person_name as "personName", s.activity,
    s.identified_by as "identifiedBy", s.identified_at as "identifiedAt", c.email, c.email_key as "emailKey", c.phone,
    c.siret, c.website, c.notes, c.locale, c.objected_at is not null as objected, s.demonstration,
    (c.informed_at is not null or exists (select from letter l where l.territory_id = s.territory_id and l.key = 'first-contact:' || s.id)) as written
  from solo s left join solo_contact c on c.solo_id = s.id
  where s.territory_id = $1 and s.id::text = any($2) and s.erased_at is null
  order by s.id`;

/** What is known of solos, and whether they may be written to, by id. */
export async function selectReachable(
  connection: Connection,
  scope: Scope,
  ids: readonly string[],
): Promise<Reachable[]> {
  const { rows } = await connection.query<Reachable & Record<string, unknown>>(REACHABLE, [
    scope.territoryId,
    ids,
  ]);
  for (const solo of rows) {
    // Whoever objected may be known by another record too.
    const keys = { emailKey: solo.emailKey, phoneKey: solo.phone, siret: solo.siret };
    solo.objected ||= await keptAway(connection, scope, keys);
  }
  return rows;
}

/** Why nobody writes to a solo; null when one may. Who said no, left or objected is never written to. */
export function whyNot(solo: Reachable): LeftOut | null {
  if (solo.demonstration) return 'DEMONSTRATION';
  if (solo.objected) return 'OBJECTED';
  if (solo.status === SoloStatus.REFUSED || solo.status === SoloStatus.WITHDRAWN) return 'REFUSED';
  if (solo.status === SoloStatus.CONSENTED || solo.status === SoloStatus.PUBLISHED) return 'AGREED';
  if (solo.written) return 'WRITTEN';
  return solo.email ? null : 'NO_EMAIL';
}

/** The letter to one person, with the links that are theirs. */
export function firstLetter(
  context: SubgraphContext,
  solo: Reachable,
  message: string,
  objectLink: string,
): LetterText {
  const locale = solo.locale ?? 'fr';
  const territory = context.requireTerritoryCard();
  return composeFirstLetter(
    {
      territory,
      name: solo.personName ?? solo.displayName,
      source: solo.identifiedBy,
      identifiedOn: solo.identifiedAt,
      known: knownOf(solo, locale),
      message,
      joinLink: `${territory.site}${locale === 'en' ? '/en' : ''}/annuaire/rejoindre`,
      objectLink,
    },
    locale,
  );
}

/** Writes to one locked solo, once; tells them what is known of them, which makes them informed. */
export async function writeFirstLetter(
  connection: Connection,
  context: SubgraphContext,
  links: EntryLinks,
  solo: Reachable,
  message: string,
): Promise<void> {
  const { scope } = context;
  const territory = context.requireTerritoryCard();
  const standing = await lockSolo(connection, scope, solo.id);
  const to = { soloId: solo.id, emailKey: solo.emailKey as string, purpose: 'OBJECT' as const };
  const link = await issueEntryLink(connection, scope, to);
  const objectLink = links.addressOf(territory, link, 'OBJECT', solo.locale ?? 'fr');
  const isNew = await writeLetter(connection, scope, {
    ...firstLetter(context, solo, message, objectLink),
    key: letterKey(solo.id),
    from: territory.name,
    to: solo.email as string,
    locale: solo.locale,
    soloId: solo.id,
  });
  if (!isNew) return;
  await connection.query('update solo_contact set informed_at = now() where solo_id = $1', [solo.id]);
  await recordEvent(connection, scope, solo.id, 'INFORMED', { detail: { source: solo.identifiedBy } });
  await moveSolo(connection, scope, standing, SoloStatus.CONTACTED);
}

type Words = Record<
  'name' | 'person' | 'activity' | 'email' | 'phone' | 'siret' | 'website' | 'notes',
  string
>;
const WORDS: Record<'fr' | 'en', Words> = {
  fr: {
    name: 'le nom de votre activité',
    person: 'votre nom',
    activity: 'votre métier',
    email: 'votre adresse e-mail',
    phone: 'votre téléphone',
    siret: 'votre SIRET',
    website: 'votre site',
    notes: 'des notes de nos agents',
  },
  en: {
    name: 'the name of your business',
    person: 'your name',
    activity: 'your trade',
    email: 'your e-mail address',
    phone: 'your telephone number',
    siret: 'your SIRET',
    website: 'your website',
    notes: 'notes of our agents',
  },
};

/** What is known of somebody, in words and as it is kept. */
function knownOf(solo: Reachable, locale: string): string[] {
  const words = WORDS[locale === 'en' ? 'en' : 'fr'];
  const told = (word: keyof Words, value: string | null) => (value ? [`${words[word]} (${value})`] : []);
  return [
    ...told('name', solo.displayName),
    ...told('person', solo.personName),
    ...told('activity', solo.activity),
    ...told('email', solo.email),
    ...told('phone', solo.phone),
    ...told('siret', solo.siret),
    ...told('website', solo.website),
    ...(solo.notes ? [words.notes] : []),
  ];
}
