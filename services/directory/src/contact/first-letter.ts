import type { TerritoryCard } from '@ancrage/subgraph';
import { type LetterText, paragraphs } from '../entry/link.letter.js';

/** What the first letter to somebody identified from elsewhere has to say (GDPR, article 14). */
export interface FirstLetterParts {
  territory: Pick<TerritoryCard, 'name' | 'site'>;
  /** Who is written to. */
  name: string;
  /** Where they were noticed. */
  source: string;
  identifiedOn: Date;
  /** What is known of them, in words. */
  known: string[];
  /** The members' own words. */
  message: string;
  joinLink: string;
  objectLink: string;
}

/** The members' words unless they write their own. */
export const usualMessage = (territory: string, locale: string): string =>
  locale === 'en'
    ? `${territory} makes the directory of those who work alone from home here, to make them known and to put newcomers in touch with them. We would be glad to have you in it.`
    : `${territory} constitue l’annuaire de celles et ceux qui travaillent ici en solo, pour les faire connaître et les relier aux nouveaux arrivants. Nous serions heureux de vous y compter.`;

/** The letter: what members write, and around it what the law wants said, which nobody can leave out. */
export function composeFirstLetter(parts: FirstLetterParts, locale: string): LetterText {
  const { territory, name, source, identifiedOn, known, message, joinLink, objectLink } = parts;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(
    identifiedOn,
  );
  if (locale === 'en')
    return {
      subject: `The directory of solo workers of ${territory.name}`,
      body: paragraphs(
        `Hello ${name},`,
        message,
        `To make your entry, or to see what it would be:\n${joinLink}`,
        `What we know of you, and from where. You are in our records since ${day}, from this source: ${source}. We hold: ${known.join(', ')}. Nothing of it is public, and nothing will be without your consent.`,
        'Why. The territory keeps these records for its task of welcoming and developing activity, and to offer you a place in the directory. Only its agents read them. They are kept until you ask for their erasure.',
        `Your rights. You may read these data, have them corrected or erased, and object at any time, without giving a reason. To object, one click is enough; your data are then erased and nobody writes to you again:\n${objectLink}`,
        `How we treat personal data: ${territory.site}/en/confidentialite. You may also turn to the CNIL (www.cnil.fr).`,
        territory.name,
      ),
    };
  return {
    subject: `L’annuaire des solos de ${territory.name}`,
    body: paragraphs(
      `Bonjour ${name},`,
      message,
      `Pour créer votre fiche, ou voir ce qu’elle serait :\n${joinLink}`,
      `Ce que nous savons de vous, et d’où. Vous êtes dans notre suivi depuis le ${day}, par cette source : ${source}. Nous avons : ${known.join(', ')}. Rien n’en est public, et rien ne le sera sans votre accord.`,
      'Pourquoi. Le territoire tient ce suivi pour sa mission d’accueil et de développement des activités, et pour vous proposer une place dans l’annuaire. Seuls ses agents le lisent. Ces données sont gardées jusqu’à ce que vous demandiez leur effacement.',
      `Vos droits. Vous pouvez lire ces données, les faire corriger ou effacer, et vous y opposer à tout moment, sans donner de raison. Pour vous opposer, un clic suffit ; vos données sont alors effacées et personne ne vous écrit plus :\n${objectLink}`,
      `Comment nous traitons les données personnelles : ${territory.site}/confidentialite. Vous pouvez aussi vous adresser à la CNIL (www.cnil.fr).`,
      territory.name,
    ),
  };
}
