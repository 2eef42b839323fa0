import { html } from './html.js';
import type { Locale } from './locale.js';

const WORDS = {
  fr: {
    title: 'Connexion',
    heading: 'Plus qu’un geste',
    explain: (place: string) => `Confirmez pour vous connecter à ${place}.`,
    button: 'Me connecter',
    validity: 'Ce lien ne sert qu’une fois.',
  },
  en: {
    title: 'Sign in',
    heading: 'One last step',
    explain: (place: string) => `Confirm to sign in to ${place}.`,
    button: 'Sign me in',
    validity: 'This link works once.',
  },
};

/** What the page may load and do: its own style, and one form back to this host. */
export const SIGN_IN_PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-robots-tag': 'noindex',
};

/**
 * The page a mail's link opens. The link itself signs nobody in: mail filters open links to inspect them, which would
 * use up one that works once. A person presses the button.
 */
export function renderSignInPage(query: URLSearchParams, place: string, locale: Locale): string {
  const words = WORDS[locale];
  const fields = ['token', 'callbackURL', 'errorCallbackURL']
    .filter((name) => query.has(name))
    .map((name) => html`<input type="hidden" name="${name}" value="${query.get(name) ?? ''}">`)
    .join('\n');
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} – ${place}</title>
<style>
body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 1.5rem; box-sizing: border-box;
  font: 1.0625rem/1.6 system-ui, sans-serif; color: #1f2933; background: #fbfaf7; }
main { max-width: 26rem; }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.2; }
button { margin: 1rem 0; padding: .75rem 1.75rem; border: 0; border-radius: .375rem; font: inherit; font-weight: 600;
  color: #fff; background: #1d4e4a; cursor: pointer; }
button:focus-visible { outline: 3px solid #1d4e4a; outline-offset: 3px; }
small { color: #52606d; }
</style>
</head>
<body>
<main>
<h1>${words.heading}</h1>
<p>${words.explain(place)}</p>
<form method="get" action="/auth/magic-link/verify">
`;
  return `${page}${fields}
${html`<button>${words.button}</button>
</form>
<p><small>${words.validity}</small></p>
</main>
</body>
</html>
`}`;
}
