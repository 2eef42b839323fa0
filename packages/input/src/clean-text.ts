/** Everything that has no form of its own: control characters, what turns the writing around, what joins or splits unseen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u115f\u1160\u2800\u3164\uffa0]/gu;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
/** Letters that are drawn as others for effect: mathematical, circled, squared, full-width. */
const DRESSED_LETTERS = /[\u2460-\u24ff\uff01-\uff5e\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f1e5}]/gu;
/** Accents piled on one letter until they cover the lines around it. */
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;

/** A text of several lines as it is kept: composed, with plain line ends, and nothing in it that is not seen. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(LINE_ENDS, '\n')
    .replace(UNSEEN, (character) => (character === '\n' || character === '\t' ? character : ''))
    .replace(PILED_MARKS, '$1')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A text of one line as it is kept: as {@link cleanText}, with letters as they are written everywhere and single blanks. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(DRESSED_LETTERS, (letter) => letter.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .trim();
}

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Coptic', 'Hebrew', 'Arabic', 'Han'];
const TESTS = SCRIPTS.map((script) => new RegExp(`\\p{Script=${script}}`, 'u'));
const LETTERS = /\p{L}/gu;
/** Letters of other alphabets that nobody tells from Latin ones. */
const LATIN_LOOKALIKES = new Set('АВСЕНІЈКМОРЅТХУасеһіјорѕухԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ');

/**
 * Whether a name could pass for another: it mixes alphabets whose letters look alike, or is written with nothing but
 * another alphabet's letters that look like Latin ones. A name all in Greek or Arabic is a name.
 */
export function isLookalike(name: string): boolean {
  const letters = name.match(LETTERS) ?? [];
  if (TESTS.filter((script) => letters.some((letter) => script.test(letter))).length > 1) return true;
  return letters.length > 0 && letters.every((letter) => LATIN_LOOKALIKES.has(letter));
}
