/** The day that it is in Paris, as 2026-11-23. */
export const todayInParis = (now = new Date()): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(now);
