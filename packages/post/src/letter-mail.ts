import type { TerritoryCard } from '@ancrage/subgraph';
import { type LetterContent, partsOf } from './letter-content.js';
import { type LetterPage, letterPage } from './letter-page.js';
import type { Mail } from './mailer.js';

/** A row of letters, as it waits. What a service has no column for is undefined. */
export interface WaitingLetter {
  id: string;
  sender: string | null;
  recipient: string;
  reply_to: string | null;
  subject: string;
  body: string;
  attempts: number;
  locale?: string;
  content?: LetterContent | null;
  news?: boolean;
  /** Whom it is about, in the accompaniment. */
  prospect_id?: string | null;
}

/** What a letter becomes besides what its row says. */
export interface LetterDress {
  /** Where its reader stops such letters; null for one that is not news. */
  stopHref?: (letter: WaitingLetter, card: TerritoryCard) => string | null;
  /** Where it comes back to when it cannot be delivered. */
  bounceTo?: (letter: WaitingLetter) => string | null;
}

/**
 * The e-mail of a letter as it leaves: in the colours, the name and with the addresses that its territory has by then, as
 * plain text and as a page. Without a card it is plain text in the name that its row has.
 */
export function mailOf(letter: WaitingLetter, card: TerritoryCard | null, dress: LetterDress = {}): Mail {
  const { id, recipient: to, subject, body, content, locale = 'fr' } = letter;
  const parts = content?.parts ?? partsOf(body);
  const stopHref = (letter.news && card && dress.stopHref?.(letter, card)) || null;
  return {
    id,
    to,
    subject,
    text: stopHref ? `${body}\n\n${stopWords(locale)}\n${stopHref}` : body,
    html: card ? pageOf({ subject, locale, parts, territory: card, stopHref }) : undefined,
    from: card?.sender?.name || letter.sender,
    fromAddress: card?.sender?.from ?? null,
    replyTo: letter.reply_to ?? card?.sender?.replyTo ?? null,
    attachments: content?.attachments?.map(({ name, mediaType, text }) => ({
      filename: name,
      contentType: mediaType,
      content: text,
    })),
    stopHref,
    bounceTo: dress.bounceTo?.(letter) ?? null,
  };
}

/** A letter whose page cannot be made leaves as plain text rather than keeping those behind it waiting. */
function pageOf(page: LetterPage): string | undefined {
  try {
    return letterPage(page);
  } catch {
    return undefined;
  }
}

const stopWords = (locale: string) =>
  locale === 'en' ? 'Stop these news:' : 'Ne plus recevoir ces nouvelles :';
