import type { LetterPart } from '@ancrage/post/letter-content';
import type { ReachableMember } from '@ancrage/signature/members';
import type { Scope, TerritoryCard } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { writeLetter } from '../mail/write-letter.js';
import { ENGLISH_DIGEST, FRENCH_DIGEST } from './step-digest.words.js';

/** A step as its letter tells of it: nothing says whose welcome it is of. */
export interface DigestStep {
  id: string;
  title: string;
  /** As 2026-11-23. */
  dueOn: string | null;
  installationId: string;
  /** Nobody's: the reader leads its case. */
  unowned: boolean;
  /** Just come from somebody who is away. */
  handed: boolean;
}

export interface StepDigest {
  member: ReachableMember;
  locale: string;
  /** At least one. */
  steps: readonly DigestStep[];
  day: string;
}

/** More are read better on the page that the button leads to. */
const MOST_LISTED = 20;

/** Writes to a member what waits for them on a day, once for each day. */
export async function writeStepDigest(
  connection: Connection,
  scope: Scope,
  card: TerritoryCard,
  { member, locale, steps, day }: StepDigest,
): Promise<void> {
  const words = locale === 'en' ? ENGLISH_DIGEST : FRENCH_DIGEST;
  const pages = `${card.site}${locale === 'en' ? '/en' : ''}/espace/installations`;
  const overdue = steps.filter(({ dueOn }) => dueOn !== null && dueOn < day).length;
  const rest = steps.length - MOST_LISTED;
  // A contributor has their steps on one page, and sees no case.
  const hrefOf = ({ id, installationId }: DigestStep) =>
    `${pages}${member.role === 'CONTRIBUTOR' ? '' : `/${installationId}`}#etape-${id}`;
  const parts: LetterPart[] = [
    { kind: 'text', text: words.hello(member.name) },
    { kind: 'text', text: words.intro(steps.length, overdue) },
    ...steps.slice(0, MOST_LISTED).map(
      (step): LetterPart => ({
        kind: 'item',
        title: step.title,
        text: words.about(step, day),
        href: hrefOf(step),
        label: words.open,
      }),
    ),
    ...(rest > 0 ? [{ kind: 'text' as const, text: words.rest(rest) }] : []),
    { kind: 'button', label: words.all, href: pages },
    { kind: 'quiet', text: words.stop(`${pages}/calendrier#suivre`) },
  ];
  await writeLetter(connection, scope, {
    key: `member-steps:${member.id}:${day}`,
    from: card.name,
    to: member.email,
    locale,
    subject: words.subject(steps.length, overdue, card.name),
    parts,
  });
}
