export type Locale = 'fr' | 'en';

/** The language of messages: French unless the reader prefers English. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  return acceptLanguage !== undefined && /^\s*en\b/i.test(acceptLanguage) ? 'en' : 'fr';
}
