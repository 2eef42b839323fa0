import { randomUUID } from 'node:crypto';
import { cleanText } from '@ancrage/input/clean-text';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { bounded } from '../prospect/prospect-facts.js';
import type { HeldSponsorship } from './held-sponsorship.js';
import { heardFrom, type SponsorshipHindrance } from './settle-sponsorship.js';
import type { SponsorshipContactInput } from './sponsorship.input.js';
import type { SponsorshipWork } from './sponsorship-post.js';
import { type SponsorshipContactKind, SponsorshipSide, SponsorshipStatus } from './sponsorship-status.js';

/** A contact, cleaned and checked. */
export interface ContactFacts {
  kind: SponsorshipContactKind;
  day: string;
  words: string | null;
}

const YEARS = 3 * 366 * 86_400_000;
const PARIS = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

/** Reads a contact that somebody noted; what is wrong with it is in `problems`. */
export function contactFacts(
  { kind, day, words }: SponsorshipContactInput,
  problems: Problems,
  now = new Date(),
): ContactFacts {
  const on = day.toISOString().slice(0, 10);
  if (on > PARIS.format(now) || now.getTime() - day.getTime() > YEARS)
    problems.add('day', 'Choisissez aujourd’hui ou un jour passé.', 'Choose today or a day that has passed.');
  return { kind, day: on, words: bounded('words', cleanText(words ?? ''), 1000, problems) };
}

/** Writes a contact down; the same one twice in a row, as a form that is sent again, is one. */
export async function noteContact(
  { connection, scope, side }: SponsorshipWork,
  held: HeldSponsorship,
  { kind, day, words }: ContactFacts,
): Promise<SponsorshipHindrance | null> {
  if (held.status !== SponsorshipStatus.ACTIVE && side !== SponsorshipSide.TEAM) return 'NOT_ACTIVE';
  await connection.query(
    `insert into sponsorship_contact (id, territory_id, sponsorship_id, sponsor_id, prospect_id, by, kind, day, words)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9
      where not exists (select from sponsorship_contact k where k.sponsorship_id = $3 and k.by = $6 and k.kind = $7
                           and k.day = $8 and k.words is not distinct from $9)`,
    [randomUUID(), scope.territoryId, held.id, held.sponsorId, held.prospectId, side, kind, day, words],
  );
  if (side === SponsorshipSide.HOUSEHOLD) await heardFrom({ connection }, held.prospectId);
  return null;
}
