import type { NewLetter } from '../letter/write-letter.js';
import type { SoloMessage } from './read-message.js';

type Words = Pick<NewLetter, 'subject' | 'body'>;

/** What the solo gets: the message as it was written, between two lines, and where an answer goes. */
export function messageLetter(
  to: string,
  { name, email, text }: SoloMessage,
  site: { name: string; site: string },
): Words {
  return {
    subject: `Message de ${name} par l’annuaire de ${site.name}`,
    body: `Bonjour ${to},

${name} vous écrit par l’annuaire de ${site.name} :

— — —
${text}
— — —

Pour lui répondre, répondez à cet e-mail : votre réponse ira à ${email}, et ${name} verra alors votre adresse. Tant que vous ne répondez pas, votre adresse reste inconnue.

Ce message ne vous convient pas ? Ignorez-le, ou signalez-le au territoire en nous le transférant.
Votre fiche :
${site.site}/annuaire`,
  };
}

/** What somebody gets who wrote without JavaScript: the link that sends their message. Nothing of the message is in it. */
export function confirmationLetter(to: string, link: string, site: { name: string }, locale: string): Words {
  return locale === 'en'
    ? {
        subject: `Confirm your message to ${to}`,
        body: `Hello,

Somebody, you we hope, wrote a message to ${to} on the site of ${site.name} and gave this address for the answer.
To send it, open this page and confirm, within 24 hours:

${link}

If it was not you, do nothing: the message will be deleted.`,
      }
    : {
        subject: `Confirmez votre message à ${to}`,
        body: `Bonjour,

Quelqu’un, vous sans doute, a écrit à ${to} sur le site de ${site.name} en donnant cette adresse pour la réponse.
Pour envoyer le message, ouvrez cette page et confirmez, dans les 24 heures :

${link}

Si ce n’était pas vous, ne faites rien : le message sera effacé.`,
      };
}
