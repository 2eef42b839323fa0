/** Languages of the mails and of the page behind their link. */
export type Locale = 'fr' | 'en';

/** The first of our languages in a list such as Accept-Language; French when none is. */
export function preferredLocale(languages: string | null | undefined): Locale {
  for (const range of (languages ?? '').split(',')) {
    const language = range.trim().slice(0, 2).toLowerCase();
    if (language === 'fr' || language === 'en') return language;
  }
  return 'fr';
}
