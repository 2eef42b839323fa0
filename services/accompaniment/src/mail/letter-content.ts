/** One part of a letter. Texts are plain: nothing in them is read as markup. */
export type LetterPart =
  | { kind: 'text'; text: string }
  /** Lines of a label and what stands behind it: when, where, how many. */
  | { kind: 'facts'; rows: [label: string, value: string][] }
  | { kind: 'button'; label: string; href: string }
  /** Said in a low voice at the end. */
  | { kind: 'quiet'; text: string };

export interface LetterAttachment {
  name: string;
  /** text/calendar; method=REQUEST */
  mediaType: string;
  text: string;
}

/** What a letter says, from which both its plain text and its page are made. Kept as JSON. */
export interface LetterContent {
  parts: LetterPart[];
  attachments?: LetterAttachment[];
}

/** The letter for those who read plain text. */
export function plainText(parts: readonly LetterPart[], locale = 'fr'): string {
  const colon = locale === 'en' ? ':' : ' :';
  return parts.map((part) => plainPart(part, colon)).join('\n\n');
}

function plainPart(part: LetterPart, colon: string): string {
  switch (part.kind) {
    case 'facts':
      return part.rows.map(([label, value]) => `${label}${colon} ${value}`).join('\n');
    case 'button':
      return `${part.label}${colon}\n${part.href}`;
    default:
      return part.text;
  }
}
