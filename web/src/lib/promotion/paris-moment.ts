const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment as the clocks of Paris show it, for a field of day and time: 2026-05-01T09:30. */
export const parisClock = (moment: string): string => clock.format(new Date(moment)).replace(' ', 'T');

/** The moment at which the clocks of Paris show what was typed; null for what they never show. */
export function parisMoment(typed: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed)) {
    return null;
  }
  // An hour ahead of UTC in winter, two in summer; the hour that comes twice in October is its first.
  for (const hours of [2, 1]) {
    const moment = new Date(Date.parse(`${typed}:00Z`) - hours * 3_600_000);
    if (!Number.isNaN(moment.getTime()) && parisClock(moment.toISOString()) === typed) {
      return moment.toISOString();
    }
  }
  return null;
}
