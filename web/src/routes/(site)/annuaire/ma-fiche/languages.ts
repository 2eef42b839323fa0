/** Languages one is likely to work in; ISO 639-1. */
export const LANGUAGES = [
  ...[
    'ar',
    'br',
    'ca',
    'cs',
    'da',
    'de',
    'el',
    'en',
    'es',
    'eu',
    'fa',
    'fi',
    'fr',
    'he',
    'hi',
    'hu',
    'it',
    'ja',
  ],
  ...['ko', 'nl', 'no', 'oc', 'pl', 'pt', 'ro', 'ru', 'sk', 'sv', 'th', 'tr', 'uk', 'vi', 'zh'],
];
