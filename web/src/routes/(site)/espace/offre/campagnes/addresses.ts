type Place = { code: string; name: string };
export type Address = { code: string; email: string };
export type AddressFault = { line: number; text: string; reason: 'commune' | 'email' | 'twice' };

export const addressesAtMost = 5000;
const textLength = 400_000;

/**
 * Addresses as pasted: a commune a line, by its code or its name, then its e-mail, with a semicolon, a comma or a tab
 * between. A first line of headings is passed over. What cannot be read is told by line; the rest is kept.
 */
export function readAddresses(
  text: string,
  communes: Place[],
): { addresses: Address[]; faults: AddressFault[] } {
  const byName = new Map(communes.map(({ code, name }) => [plain(name), code]));
  const codes = new Set(communes.map(({ code }) => code));
  const found = new Map<string, Address>();
  const faults: AddressFault[] = [];
  for (const [index, raw] of text
    .slice(0, textLength)
    .split(/\r\n|\r|\n/)
    .slice(0, addressesAtMost)
    .entries()) {
    const line = raw.replace(/^\uFEFF/, '').trim();
    const cells = line.split(/[;,\t]/).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
    const [place = '', ...others] = cells;
    const email = others.find((cell) => cell.includes('@')) ?? others.at(-1) ?? '';
    if (!line || (index === 0 && !line.includes('@') && /mail|courriel/i.test(line))) {
      continue;
    }
    const code = codeOf(place, codes) ?? byName.get(plain(place));
    const fault = (reason: AddressFault['reason']) =>
      faults.push({ line: index + 1, text: line.slice(0, 80), reason });
    if (!code) {
      fault('commune');
    } else if (!isEmail(email)) {
      fault('email');
    } else if (found.has(code)) {
      fault('twice');
    } else {
      found.set(code, { code, email: email.toLowerCase() });
    }
  }
  return { addresses: [...found.values()], faults };
}

/** « 9122 » is what a spreadsheet leaves of « 09122 ». */
function codeOf(place: string, codes: Set<string>): string | undefined {
  const code = place.toUpperCase().padStart(5, '0');
  return codes.has(code) ? code : undefined;
}

export const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/.test(text);

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gi, ' ')
    .trim()
    .toLowerCase();
