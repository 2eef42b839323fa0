/** Words that say how a business is held, not what it is called. */
const LEGAL_FORMS = new Set(
  'sarl sas sasu sa eurl ei eirl selarl sci scop snc me micro auto entrepreneur entreprise individuelle ets etablissements societe'.split(
    ' ',
  ),
);
/** Letters of other alphabets that pass for Latin ones: a name written with them is the same name to its reader. */
const LOOKALIKES = new Map(
  [...'авеікмнорстухԁԛԝѕјһαεικνορτυχ'].map((letter, index) => [
    letter,
    [...'abeikmhopctyxdqwsjhaeikvoptux'][index] as string,
  ]),
);

/** The words of a name as names are compared: no accents, no legal form, in one order. */
export function nameWords(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => LOOKALIKES.get(letter) ?? letter)
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = words.filter((word) => !LEGAL_FORMS.has(word));
  return (own.length > 0 ? own : words).sort();
}

/** The runs of three letters of words, with their ends: what two ways of writing a name share. */
export function trigrams(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const word of words) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  }
  return found;
}

/** How much two sets share, 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const item of one) if (other.has(item)) shared += 1;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}
