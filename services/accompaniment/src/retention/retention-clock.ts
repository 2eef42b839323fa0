/** How long a household is kept after it was last in touch itself, and how long before its end the territory is told. */
export const RETENTION_YEARS = 3;
export const WARNING_DAYS = 30;

/**
 * When a household's data end: the same day three years on, at the same hour. Who was last in touch on a 29 February is
 * kept until the 28th, as PostgreSQL counts years too.
 */
export function keptUntil(lastContactAt: Date): Date {
  const end = new Date(lastContactAt);
  end.setUTCFullYear(end.getUTCFullYear() + RETENTION_YEARS);
  if (end.getUTCMonth() !== lastContactAt.getUTCMonth()) end.setUTCDate(0);
  return end;
}
