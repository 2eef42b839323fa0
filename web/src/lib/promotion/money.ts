import { getLocale } from '#lib/paraglide/runtime.js';

/** 1 234,50 €: an amount of cents in the reader's locale, without cents where there are none. */
export const formatCents = (cents: number): string =>
  new Intl.NumberFormat(getLocale(), {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(cents / 100);

/** « 1234,50 » as an amount field shows it; nothing for what nobody said. */
export function typedCents(cents: number | null): string {
  if (cents === null) {
    return '';
  }
  const decimals = cents % 100 === 0 ? 0 : 2;
  const format = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat('fr', format).format(cents / 100).replace(/[\u202f\u00a0]/g, ' ');
}

/**
 * Cents in what was typed: « 1 234,50 », « 1234.5 € », « 1,234.50 ». Null for a field left empty, which is not zero;
 * undefined for what is no amount.
 */
export function centsOf(text: string): number | null | undefined {
  const plain = text.replace(/[\s\u202f\u00a0€]/g, '');
  if (plain === '') {
    return null;
  }
  // Of two kinds of marks the first one parts thousands.
  const marks = plain.includes(',') && plain.includes('.');
  const point = marks && plain.indexOf(',') < plain.indexOf('.') ? plain.replaceAll(',', '') : plain;
  const read = (marks ? point.replace(/\.(?=.*,)/g, '') : point).replace(',', '.');
  const [, euros, cents = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(read) ?? [];
  return euros === undefined ? undefined : Number(euros) * 100 + Number(cents.padEnd(2, '0'));
}
