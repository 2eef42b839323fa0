/**
 * Codes of earlier editions of the BPE whose whole type became one of the 2024 edition. Types that were split between
 * several, or mixed with others, are not guessed: their rows are rejected by name.
 */
const FORMER_CODES: Readonly<Record<string, string>> = {
  A116: 'A128',
  B102: 'B105',
  B101: 'B104',
  B203: 'B207',
  B305: 'B321',
  B314: 'B316',
  C101: 'C107',
  C102: 'C107',
  C104: 'C109',
  C105: 'C109',
  C402: 'C410',
  C601: 'C610',
  C605: 'C610',
  D201: 'D265',
  D202: 'D266',
  D203: 'D267',
  D204: 'D276',
  D205: 'D276',
  D206: 'D268',
  D207: 'D269',
  D208: 'D270',
  D209: 'D271',
  D210: 'D272',
  D211: 'D273',
  D212: 'D274',
  D213: 'D275',
  D221: 'D277',
  D231: 'D278',
  D232: 'D281',
  D233: 'D279',
  D237: 'D280',
  D238: 'D245',
  D239: 'D247',
  D240: 'D248',
  D301: 'D307',
  D306: 'D114',
  F104: 'F128',
  F112: 'F129',
  F117: 'F130',
  F301: 'F303',
  F302: 'F315',
  F306: 'F315',
};

/**
 * The code that a type has today.
 * @param withNursery of an elementary school: whether it has nursery classes too, which makes it a primary school now
 */
export function currentTypeCode(code: string, withNursery = false): string {
  if (withNursery && (code === 'C104' || code === 'C105')) return 'C108';
  return FORMER_CODES[code] ?? code;
}
