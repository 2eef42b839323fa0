import { html } from './html.js';
import type { Locale } from './locale.js';

export interface SignInMail {
  subject: string;
  text: string;
  html: string;
}

export interface SignInMailParts {
  link: string;
  /** The host the link leads to, e.g. `pays-de-foix.exemple.fr`. */
  host: string;
  territoryName: string | null;
  locale: Locale;
  validMinutes: number;
}

/** French puts a space, which must not break, before a colon and a question mark. */
const WORDS = {
  fr: {
    subject: (place: string) => `Votre lien de connexion – ${place}`,
    hello: 'Bonjour,',
    ask: (place: string) => `Vous avez demandé à vous connecter à ${place}. Voici votre lien\u00a0:`,
    button: 'Me connecter',
    copy: 'Si le bouton ne répond pas, copiez cette adresse dans votre navigateur\u00a0:',
    validity: (minutes: number) => `Ce lien est valable ${minutes} minutes et ne sert qu’une fois.`,
    unasked:
      'Vous n’avez rien demandé\u00a0? Ignorez ce message : sans ce lien, personne n’entre. Ne le transmettez à personne, même si on vous le réclame en notre nom.',
  },
  en: {
    subject: (place: string) => `Your sign-in link – ${place}`,
    hello: 'Hello,',
    ask: (place: string) => `You asked to sign in to ${place}. Here is your link:`,
    button: 'Sign me in',
    copy: 'If the button does not work, copy this address into your browser:',
    validity: (minutes: number) => `This link is valid for ${minutes} minutes and works once.`,
    unasked:
      'You did not ask for it? Ignore this message: nobody gets in without this link. Do not pass it on, even to someone who asks for it in our name.',
  },
};

/** Writes the mail that carries a sign-in link, as plain text and as simple HTML. */
export function composeSignInMail({
  link,
  host,
  territoryName,
  locale,
  validMinutes,
}: SignInMailParts): SignInMail {
  const words = WORDS[locale];
  const place = territoryName ? `${territoryName} (${host})` : host;
  const validity = words.validity(validMinutes);
  return {
    subject: words.subject(territoryName ?? host),
    text: [words.hello, words.ask(place), link, validity, words.unasked].join('\n\n').concat('\n'),
    html: html`<!doctype html>
<html lang="${locale}">
<body style="margin:0;padding:24px;font:16px/1.6 system-ui,sans-serif;color:#1f2933;background:#fbfaf7">
<div style="max-width:34em;margin:0 auto">
<p>${words.hello}</p>
<p>${words.ask(place)}</p>
<p style="margin:28px 0"><a href="${link}" style="display:inline-block;padding:12px 24px;border-radius:6px;background:#1d4e4a;color:#ffffff;font-weight:600;text-decoration:none">${words.button}</a></p>
<p>${validity}</p>
<p style="color:#52606d;font-size:14px">${words.copy}<br><a href="${link}" style="color:#1d4e4a;word-break:break-all">${link}</a></p>
<p style="color:#52606d;font-size:14px">${words.unasked}</p>
</div>
</body>
</html>
`,
  };
}
