import type { LinkPurpose } from './issue-link.js';

/** What an e-mail says: its subject and its plain text, which reads everywhere and hides nothing. */
export interface LetterText {
  subject: string;
  body: string;
}

export interface LinkLetterParts {
  territory: string;
  link: string;
  purpose: LinkPurpose;
}

/** Paragraphs of a letter, one under the other. */
export const paragraphs = (...all: (string | null)[]): string =>
  `${all.filter((one): one is string => one !== null).join('\n\n')}\n`;

/** The letter with the link that somebody asked for on the site. */
export function composeLinkLetter({ territory, link, purpose }: LinkLetterParts, locale: string): LetterText {
  const joins = purpose === 'JOIN';
  if (locale === 'en')
    return {
      subject: joins ? `Join the directory of ${territory}` : `Your entry in the directory of ${territory}`,
      body: paragraphs(
        'Hello,',
        joins
          ? `Here is the link with which to make your entry in the directory of solo workers of ${territory}:`
          : `Here is the link to your entry in the directory of solo workers of ${territory}:`,
        link,
        'It opens once, within 24 hours, and then leaves you two hours for your entry. You can ask for another at any time.',
        'If you did not ask for it, nothing needs to be done: without this link nothing happens. Do not pass it on.',
        territory,
      ),
    };
  return {
    subject: joins ? `Rejoindre l’annuaire de ${territory}` : `Votre fiche dans l’annuaire de ${territory}`,
    body: paragraphs(
      'Bonjour,',
      joins
        ? `Voici le lien pour créer votre fiche dans l’annuaire des solos de ${territory} :`
        : `Voici le lien vers votre fiche dans l’annuaire des solos de ${territory} :`,
      link,
      'Il s’ouvre une seule fois, dans les 24 heures, et vous laisse ensuite deux heures pour votre fiche. Vous pouvez en demander un autre à tout moment.',
      'Si vous n’avez rien demandé, il n’y a rien à faire : sans ce lien, rien ne se passe. Ne le transmettez à personne.',
      territory,
    ),
  };
}
