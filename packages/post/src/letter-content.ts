/** One part of a letter. Texts are plain: nothing in them is read as markup. */
export type LetterPart =
  | { kind: 'text'; text: string }
  /** Lines of a label and what stands behind it: when, where, how many. */
  | { kind: 'facts'; rows: [label: string, value: string][] }
  | { kind: 'button'; label: string; href: string }
  /** A heading with what it is about below: one session of several. */
  | { kind: 'item'; title: string; text: string; href: string; label: string }
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
    case 'item':
      return `${part.title}\n${part.text}\n${part.href}`;
    default:
      return part.text;
  }
}

const LINK = /^https?:\/\/\S+$/;
/** A line that leads on to the next one: what a link on a line of its own is called. */
const LEADS_ON = /^(.{2,60}?)\s*:$/;

/**
 * The parts of a letter that was written as plain text: paragraphs, and a link on a line of its own with the line before
 * it. Nothing is lost, and nothing is taken for more than it is: a link keeps its address as its name when no short line
 * names it.
 */
export function partsOf(text: string): LetterPart[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap(partsOfParagraph);
}

function partsOfParagraph(paragraph: string): LetterPart[] {
  const parts: LetterPart[] = [];
  let words: string[] = [];
  const finish = () => {
    if (words.length > 0) parts.push({ kind: 'text', text: words.join('\n') });
    words = [];
  };
  for (const line of paragraph.split('\n')) {
    if (!LINK.test(line.trim())) {
      words.push(line);
      continue;
    }
    const label = LEADS_ON.exec(words.at(-1) ?? '')?.[1];
    if (label) words.pop();
    finish();
    parts.push({ kind: 'button', label: label ?? line.trim(), href: line.trim() });
  }
  finish();
  return parts;
}
