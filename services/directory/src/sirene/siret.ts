/** La Poste numbers its post offices itself: only the sum of their digits is a multiple of five. */
const LA_POSTE = '356000000';

/** Fourteen digits without the blanks and dots that people write between them. */
export const bareSiret = (text: string): string => text.replace(/[\s.\u00a0-]/g, '');

/** Whether it is a SIRET: fourteen digits with a checksum by Luhn, or La Poste's own rule. */
export function isSiret(siret: string): boolean {
  if (!/^\d{14}$/.test(siret)) return false;
  const digits = [...siret].map(Number);
  if (siret.startsWith(LA_POSTE) && digits.reduce((sum, digit) => sum + digit, 0) % 5 === 0) return true;
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 && !/^0+$/.test(siret);
}
