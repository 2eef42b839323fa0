/** What shows of a solo, for an address book. */
export type CardFacts = {
  displayName: string;
  activity: string;
  skills: readonly string[];
  presentation: string | null;
  place: string | null;
  languages: readonly string[];
  phone: string | null;
  website: string | null;
  publishedAt: string | null;
  /** Address of their page: the card is found again by it. */
  page: string;
};

/** A vCard 4.0 (RFC 6350): UTF-8, CRLF, lines of at most 75 bytes. Nothing in a value can begin a line of its own. */
export function vcardOf(facts: CardFacts): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `FN:${text(facts.displayName)}`,
    `ORG:${text(facts.displayName)}`,
    `TITLE:${text(facts.activity)}`,
    ...(facts.skills.length > 0 ? [`CATEGORIES:${facts.skills.map(text).join(',')}`] : []),
    ...(facts.presentation ? [`NOTE:${text(facts.presentation)}`] : []),
    ...(facts.place ? [`ADR:;;;${text(facts.place)};;;France`] : []),
    ...facts.languages.map((code) => `LANG:${text(code)}`),
    ...(facts.phone ? [`TEL;VALUE=uri:${uri(`tel:${facts.phone.replace(/[^+\d]/g, '')}`)}`] : []),
    ...(facts.website ? [`URL;TYPE=work:${uri(facts.website)}`] : []),
    `URL:${uri(facts.page)}`,
    `SOURCE:${uri(`${facts.page}/carte.vcf`)}`,
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A value of RFC 6350, section 3.4: backslash, comma, semicolon and line breaks escaped, control characters dropped. */
const text = (value: string): string =>
  value
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are dropped.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\,;]/g, '\\$&')
    .replaceAll('\n', '\\n');

const uri = (value: string): string => value.replace(/[\s"<>\\^`{|}]/g, encodeURIComponent);

/** Folds a line at 75 bytes, between characters: what follows begins with a blank, which counts. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let written = '';
  let length = 0;
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (length + bytes > 75) {
      written += '\r\n ';
      length = 1;
    }
    written += character;
    length += bytes;
  }
  return written;
}
