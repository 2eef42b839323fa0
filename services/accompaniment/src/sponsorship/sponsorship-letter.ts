import type { LetterPart } from '@ancrage/post/letter-content';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { writeLetter } from '../mail/write-letter.js';
import { ENGLISH_SPONSORSHIP_LETTERS } from './sponsorship-letter.en.js';
import { FRENCH_SPONSORSHIP_LETTERS } from './sponsorship-letter.fr.js';
import type { SponsorshipPost } from './sponsorship-post.js';

export type SponsorshipLetterKind =
  | ('PROPOSED' | 'ACTIVE' | 'DECLINED' | 'ENDED')
  | ('FOLLOW_UP' | 'STEP' | 'LINK');
export type LetterTo = 'SPONSOR' | 'HOUSEHOLD';

/** What letters say of the two. A letter names the other side only where both have accepted. */
export interface SponsorshipOfLetter {
  sponsorId: string;
  prospectId: string;
  sponsorName: string;
  sponsorEmail: string;
  sponsorLocale: string;
  householdName: string;
  householdEmail: string | null;
  householdLocale: string;
  /** Grows at each change: tells one occasion from another. */
  version: number;
}

/** What one letter says around its button. */
export interface SponsorshipWords {
  subject: string;
  before: string[];
  button: string;
  after: string[];
  quiet: string;
}

/** A step of the household's welcome that is the sponsor's to do. */
export interface SponsoredStep {
  id: string;
  title: string;
  /** As 2026-11-23. */
  dueOn: string;
}

/** Whom letters name: themselves, and the sponsor to its household. */
export type LetterNames = Pick<SponsorshipOfLetter, 'sponsorName'> &
  Partial<SponsorshipOfLetter & { step: SponsoredStep }>;

/** One language's words: by kind, then by reader. A sponsor's link is a letter to sponsors alone. */
export type SponsorshipLetters = Record<
  SponsorshipLetterKind,
  (to: LetterTo, about: LetterNames, territory: string) => SponsorshipWords
>;

/**
 * Writes to the two sides of a sponsorship, each in its language; who has no address is left to the team. Letters to a
 * sponsor are not kept with the household: its data are given to it, and a sponsor's address is none of them.
 */
export async function writeSponsorshipLetters(
  connection: Connection,
  scope: Scope,
  { card, links }: SponsorshipPost,
  sponsorshipId: string,
  letters: { kind: SponsorshipLetterKind; to: LetterTo; step?: SponsoredStep }[],
): Promise<void> {
  const about = await aboutSponsorship(connection, scope, sponsorshipId);
  if (!about) return;
  for (const { kind, to, step } of letters) {
    const occasion = step ? `${step.id}:${step.dueOn}` : about.version;
    const sponsor = to === 'SPONSOR';
    const email = sponsor ? about.sponsorEmail : about.householdEmail;
    if (!email) continue;
    const locale = sponsor ? about.sponsorLocale : about.householdLocale;
    const href = sponsor
      ? links.addressOf(card, 'SPONSOR', about.sponsorId, locale)
      : links.addressOf(card, 'PROJECT', about.prospectId, locale);
    await writeLetter(connection, scope, {
      key: `sponsorship-${kind.toLowerCase()}:${sponsorshipId}:${to.toLowerCase()}:${occasion}`,
      from: card.name,
      to: email,
      locale,
      ...letterParts(wordsOf(locale)[kind](to, { ...about, ...(step && { step }) }, card.name), href),
      prospectId: sponsor ? null : about.prospectId,
    });
  }
}

export const wordsOf = (locale: string): SponsorshipLetters =>
  locale === 'en' ? ENGLISH_SPONSORSHIP_LETTERS : FRENCH_SPONSORSHIP_LETTERS;

/** A letter around its button. */
export function letterParts({ subject, before, button, after, quiet }: SponsorshipWords, href: string) {
  const text = (words: string): LetterPart => ({ kind: 'text', text: words });
  const parts: LetterPart[] = [
    ...before.map(text),
    { kind: 'button', label: button, href },
    ...after.map(text),
    { kind: 'quiet', text: quiet },
  ];
  return { subject, parts };
}

async function aboutSponsorship(
  connection: Connection,
  { territoryId }: Scope,
  id: string,
): Promise<SponsorshipOfLetter | null> {
  const { rows } = await connection.query<SponsorshipOfLetter>(
    `select n.sponsor_id as "sponsorId", n.prospect_id as "prospectId", s.name as "sponsorName", s.email as "sponsorEmail",
        s.locale as "sponsorLocale", c.name as "householdName", c.email as "householdEmail",
        c.locale as "householdLocale", n.version
       from sponsorship n join sponsor s on s.id = n.sponsor_id
       join prospect_contact c on c.prospect_id = n.prospect_id
      where n.territory_id = $1 and n.id = $2`,
    [territoryId, id],
  );
  return rows[0] ?? null;
}
