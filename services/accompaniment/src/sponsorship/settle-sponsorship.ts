import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { accepted, type HeldSponsorship, isOpen } from './held-sponsorship.js';
import { refreshCards } from './sponsorship-cards.js';
import { type LetterTo, writeSponsorshipLetters } from './sponsorship-letter.js';
import type { SponsorshipWork } from './sponsorship-post.js';
import { SponsorshipSide, SponsorshipStatus } from './sponsorship-status.js';

/** Why a step cannot be taken: it is over, or it has not begun. */
export type SponsorshipHindrance = 'OVER' | 'NOT_ACTIVE';

/** One side says yes. When both did, the pair is active, and each can reach the other. Said twice, it is said. */
export async function acceptSponsorship(
  work: SponsorshipWork,
  held: HeldSponsorship,
  side: SponsorshipSide,
  saidBy: string | null,
): Promise<SponsorshipHindrance | null> {
  if (accepted(held, side)) return isOpen(held) ? null : 'OVER';
  if (!isOpen(held)) return 'OVER';
  const own = side === SponsorshipSide.SPONSOR ? 'sponsor' : 'household';
  const both = held.sponsorAccepted || held.householdAccepted;
  const status = both ? SponsorshipStatus.ACTIVE : SponsorshipStatus.ACCEPTED;
  await work.connection.query(
    `update sponsorship set status = $2, ${own}_accepted_at = now(), ${own}_word = $3, version = version + 1 where id = $1`,
    [held.id, status, saidBy],
  );
  await refreshCards(work.connection, work.scope, { id: held.id });
  await noteChange(work, held, { status, side });
  if (both)
    await writeSponsorshipLetters(work.connection, work.scope, work.post, held.id, [
      { kind: 'ACTIVE', to: 'SPONSOR' },
      { kind: 'ACTIVE', to: 'HOUSEHOLD' },
    ]);
  return null;
}

/**
 * Ends it with a word: declined as long as not both have accepted, ended after. The other side is told that it is over,
 * not in which words: those are for the team.
 */
export async function closeSponsorship(
  work: SponsorshipWork,
  held: HeldSponsorship,
  side: SponsorshipSide,
  words: string,
  told: readonly LetterTo[] = othersOf(side),
): Promise<SponsorshipHindrance | null> {
  if (!isOpen(held)) return 'OVER';
  const active = held.status === SponsorshipStatus.ACTIVE;
  const status = active ? SponsorshipStatus.ENDED : SponsorshipStatus.DECLINED;
  const kind = active ? 'ENDED' : 'DECLINED';
  await work.connection.query(
    `update sponsorship set status = $2, ended_by = $3, ended_at = now(), closing_words = $4, version = version + 1
      where id = $1`,
    [held.id, status, side, words],
  );
  await writeSponsorshipLetters(
    work.connection,
    work.scope,
    work.post,
    held.id,
    told.map((to) => ({ kind, to })),
  );
  await refreshCards(work.connection, work.scope, { id: held.id });
  await noteChange(work, held, { status, side });
  return null;
}

/** Who has to be told: not whose doing it is. */
function othersOf(side: SponsorshipSide): LetterTo[] {
  return (['SPONSOR', 'HOUSEHOLD'] as const).filter((to) => to !== side);
}

/** One line of the household's timeline. What it does by itself is a sign of life of its own. */
export async function noteChange(
  { connection, actor, side }: SponsorshipWork,
  { prospectId, sponsorId }: Pick<HeldSponsorship, 'prospectId' | 'sponsorId'>,
  detail: { status: SponsorshipStatus; side: SponsorshipSide },
): Promise<void> {
  await recordProspectEvent(connection, actor, prospectId, 'SPONSORSHIP_CHANGED', {
    detail: { sponsorId, ...detail },
  });
  if (side === SponsorshipSide.HOUSEHOLD) await heardFrom({ connection }, prospectId);
}

/** Starts the retention clock of a household anew: it was heard from. */
export async function heardFrom(
  { connection }: Pick<SponsorshipWork, 'connection'>,
  prospectId: string,
): Promise<void> {
  await connection.query(
    'update prospect set last_contact_at = greatest(last_contact_at, now()), retention_warned_at = null where id = $1',
    [prospectId],
  );
}
