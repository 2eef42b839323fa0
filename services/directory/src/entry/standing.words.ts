import { type LetterText, paragraphs } from './link.letter.js';

/** What an owner is written about. */
export type Standing = 'SUBMITTED' | 'WITHDRAWN' | 'ASKED' | 'REMINDED' | 'LAPSED';

export interface StandingParts {
  territory: string;
  /** Of the business. */
  name: string;
  /** Where anybody asks for a link. */
  rejoin: string;
  /** The letter's own link, if it has one. */
  link: string | null;
  /** yyyy-mm-dd. */
  reconfirmBy: string | null;
}

const day = (date: string | null, locale: string): string =>
  date === null
    ? ''
    : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${date}T00:00:00Z`),
      );

type Words = (parts: StandingParts, until: string) => { subject: string; body: (string | null)[] };

const FRENCH: Record<Standing, Words> = {
  SUBMITTED: ({ name, territory, rejoin }) => ({
    subject: `Votre fiche « ${name} » a été envoyée`,
    body: [
      `Nous avons bien reçu votre fiche « ${name} ». Une personne de l’équipe de ${territory} la relit avant qu’elle ne paraisse dans l’annuaire ; vous recevrez sa réponse à cette adresse.`,
      'Pour la revoir ou la modifier d’ici là, demandez un lien :',
      rejoin,
    ],
  }),
  WITHDRAWN: ({ name, rejoin, territory }) => ({
    subject: `Votre fiche « ${name} » est retirée`,
    body: [
      `Votre fiche « ${name} » ne paraît plus nulle part sur le site de ${territory}, et vos accords sont retirés. Les moteurs de recherche peuvent mettre quelques jours à l’oublier.`,
      'Si vous changez d’avis, ou si ce n’était pas vous, demandez un lien :',
      rejoin,
    ],
  }),
  ASKED: ({ name, link }, until) => ({
    subject: `Votre fiche « ${name} » est-elle toujours juste ?`,
    body: [
      `Une fois par an, nous demandons à chacun si sa fiche tient toujours. Sans réponse, « ${name} » ne paraîtra plus après le ${until}.`,
      'Pour la garder un an de plus, ouvrez ce lien et confirmez ; vous pourrez aussi la modifier ou la retirer :',
      link,
    ],
  }),
  REMINDED: ({ name, link }, until) => ({
    subject: `Rappel : votre fiche « ${name} » paraît jusqu’au ${until}`,
    body: [
      `Nous n’avons pas encore votre réponse : sans elle, votre fiche « ${name} » ne paraîtra plus après le ${until}.`,
      'Pour la garder un an de plus, ouvrez ce lien et confirmez :',
      link,
    ],
  }),
  LAPSED: ({ name, link }) => ({
    subject: `Votre fiche « ${name} » ne paraît plus`,
    body: [
      `Sans réponse de votre part, votre fiche « ${name} » ne paraît plus dans l’annuaire. Elle est conservée.`,
      'Pour qu’elle paraisse de nouveau telle quelle, ouvrez ce lien et confirmez :',
      link,
    ],
  }),
};

const ENGLISH: Record<Standing, Words> = {
  SUBMITTED: ({ name, territory, rejoin }) => ({
    subject: `Your entry “${name}” has been sent`,
    body: [
      `We have received your entry “${name}”. Somebody of the team of ${territory} reads it before it shows in the directory; you will get their answer at this address.`,
      'To see or change it until then, ask for a link:',
      rejoin,
    ],
  }),
  WITHDRAWN: ({ name, rejoin, territory }) => ({
    subject: `Your entry “${name}” is withdrawn`,
    body: [
      `Your entry “${name}” shows nowhere on the site of ${territory} any more, and your consents are taken back. Search engines may need a few days to forget it.`,
      'If you change your mind, or if it was not you, ask for a link:',
      rejoin,
    ],
  }),
  ASKED: ({ name, link }, until) => ({
    subject: `Is your entry “${name}” still right?`,
    body: [
      `Once a year we ask everybody whether their entry still holds. Without an answer, “${name}” no longer shows after ${until}.`,
      'To keep it for another year, open this link and confirm; you can change or withdraw it as well:',
      link,
    ],
  }),
  REMINDED: ({ name, link }, until) => ({
    subject: `Reminder: your entry “${name}” shows until ${until}`,
    body: [
      `We do not have your answer yet: without it, your entry “${name}” no longer shows after ${until}.`,
      'To keep it for another year, open this link and confirm:',
      link,
    ],
  }),
  LAPSED: ({ name, link }) => ({
    subject: `Your entry “${name}” no longer shows`,
    body: [
      `Without an answer from you, your entry “${name}” no longer shows in the directory. It is kept.`,
      'To have it show again as it was, open this link and confirm:',
      link,
    ],
  }),
};

/** A letter about what became of an entry. */
export function composeStandingLetter(
  parts: StandingParts,
  standing: Standing,
  locale: 'fr' | 'en',
): LetterText {
  const words = (locale === 'en' ? ENGLISH : FRENCH)[standing];
  const { subject, body } = words(parts, day(parts.reconfirmBy, locale));
  return { subject, body: paragraphs(locale === 'en' ? 'Hello,' : 'Bonjour,', ...body, parts.territory) };
}
