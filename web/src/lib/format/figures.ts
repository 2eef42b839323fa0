import { getLocale } from '#lib/paraglide/runtime.js';

/** 48 575, in the reader's locale. */
export const formatNumber = (value: number): string => new Intl.NumberFormat(getLocale()).format(value);

/** 0.714 as 71 %. Between 0 and 1 %, or 99 and 100 %, a decimal is kept so that nothing is rounded away. */
export function formatShare(share: number): string {
  const extreme = (share > 0 && share < 0.01) || (share > 0.99 && share < 1);
  return new Intl.NumberFormat(getLocale(), {
    style: 'percent',
    maximumFractionDigits: extreme ? 1 : 0,
  }).format(share);
}

/** 12,4 km; under ten kilometres one decimal, above none. */
export function formatDistance(kilometres: number): string {
  const maximumFractionDigits = kilometres < 10 ? 1 : 0;
  return new Intl.NumberFormat(getLocale(), {
    style: 'unit',
    unit: 'kilometer',
    maximumFractionDigits,
  }).format(kilometres);
}

/** A contrast to one decimal, rounded down: 4.49 must not be read as 4.5. */
export const formatRatio = (ratio: number): string =>
  new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 1 }).format(Math.floor(ratio * 10) / 10);

/** 120 000 €, without cents. */
export const formatEuros = (value: number): string =>
  new Intl.NumberFormat(getLocale(), {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  }).format(value);
