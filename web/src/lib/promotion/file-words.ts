import { formatDay } from '#lib/format/dates.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

const kinds: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
};

/** « PDF, 1,2 Mo, 1 juin 2026 ». */
export function fileWords({
  mediaType,
  bytes,
  datedOn,
}: {
  mediaType: string;
  bytes: number;
  datedOn: string;
}): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const size = new Intl.NumberFormat(getLocale(), {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(Math.max(1, bytes / (unit === 'megabyte' ? 1_000_000 : 1000)));
  return [kinds[mediaType] ?? mediaType, size, formatDay(datedOn)].join(', ');
}
