const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Whether it is the ISO 639-1 code of a language that has a name. */
export const isLanguage = (code: string): boolean => /^[a-z]{2}$/.test(code) && NAMES.of(code) !== undefined;
