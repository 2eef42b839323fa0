import type { RegistrationLetters } from './registration-letter.words.js';
import type { RegistrationOfLetter } from './registration-of-letter.js';
import { dayInWords, momentInWords } from './session-time.js';

const hello = ({ contactName }: RegistrationOfLetter) => `Bonjour${contactName ? ` ${contactName}` : ''},`;
const day = ({ startsAt }: RegistrationOfLetter) => dayInWords(startsAt, 'fr');
const team = (name: string) => `À bientôt,\nl’équipe de ${name}`;
const OWN = { page: 'OWN' as const, quiet: ownLink('votre inscription') };
const CHANGE =
  'Un imprévu, une personne de plus ou de moins ? Changez ou annulez depuis votre page, sans compte ni mot de passe : une place rendue tôt fait un heureux.';

function ownLink(what: string): string {
  return `Vous recevez cet e-mail parce que cette adresse a servi à une inscription. Le lien ouvre ${what} : ne le transférez qu’à qui peut agir pour vous.`;
}

/** Letters about a registration, in French. */
export const FRENCH_LETTERS: RegistrationLetters = {
  CONFIRMED: (registration, { name }) => ({
    ...OWN,
    subject: `C’est confirmé : ${registration.title}, ${day(registration)}`,
    before: [
      hello(registration),
      'Votre inscription est confirmée : vos places sont à vous. Nous nous réjouissons de vous rencontrer.',
    ],
    after: [
      'Le rendez-vous est joint à cet e-mail pour votre agenda. Le jour venu, montrez le code de votre page à l’arrivée.',
      CHANGE,
      team(name),
    ],
    button: 'Voir ou changer mon inscription',
  }),
  WAITLISTED: (registration, { name }) => ({
    ...OWN,
    subject: `Sur liste d’attente : ${registration.title}, ${day(registration)}`,
    before: [
      hello(registration),
      'La session ne peut pas vous accueillir tous pour l’instant : vous êtes sur la liste d’attente.',
    ],
    after: [
      'Vous n’avez rien à faire. Dès que des places se libèrent pour tout votre foyer et que c’est votre tour, nous vous les réservons et vous écrivons : vous aurez alors un délai pour les accepter. Premier arrivé, premier servi.',
      'Votre page dit à tout moment où vous en êtes. Vous pouvez y réduire votre groupe ou quitter la liste.',
      team(name),
    ],
    button: 'Voir où j’en suis',
  }),
  OFFERED: (registration, { name }) => ({
    ...OWN,
    subject: `Des places pour vous : ${registration.title}, ${day(registration)}`,
    before: [
      hello(registration),
      'Bonne nouvelle : des places se sont libérées, et c’est votre tour. Elles vous sont réservées le temps de répondre.',
    ],
    after: [
      registration.offerExpiresAt
        ? `Acceptez-les ou laissez-les d’ici au ${momentInWords(registration.offerExpiresAt, 'fr')}. Sans réponse de votre part, elles iront au foyer suivant.`
        : 'Acceptez-les ou laissez-les dès que possible.',
      team(name),
    ],
    button: 'Accepter ou laisser ces places',
  }),
  ACCEPTED: (registration, { name }) => ({
    ...OWN,
    subject: `Places acceptées : ${registration.title}, ${day(registration)}`,
    before: [
      hello(registration),
      'Vous avez accepté les places proposées : elles sont à vous. À très vite !',
    ],
    after: [
      'Le rendez-vous est joint à cet e-mail pour votre agenda. Le jour venu, montrez le code de votre page à l’arrivée.',
      CHANGE,
      team(name),
    ],
    button: 'Voir ou changer mon inscription',
  }),
  DECLINED: (registration, { name }) => ({
    page: 'SESSIONS',
    quiet: ownLink('les sessions à venir'),
    subject: `Places laissées : ${registration.title}`,
    before: [
      hello(registration),
      'C’est noté : vous avez laissé les places proposées, et elles vont au foyer suivant. Merci de l’avoir dit.',
    ],
    after: ['D’autres sessions se préparent : vous y serez les bienvenus.', team(name)],
    button: 'Voir les prochaines sessions',
  }),
  EXPIRED: (registration, { name }) => ({
    page: 'SESSIONS',
    quiet: ownLink('les sessions à venir'),
    subject: `Le délai est passé : ${registration.title}`,
    before: [
      hello(registration),
      'Nous vous avions réservé des places, et le délai pour les accepter est passé : elles ont été proposées au foyer suivant. Vous n’êtes plus sur la liste de cette session.',
    ],
    after: [
      'Si vous souhaitez encore venir, inscrivez-vous de nouveau ou choisissez une autre session.',
      team(name),
    ],
    button: 'Voir les prochaines sessions',
  }),
  RESIZED: (registration, { name }) => ({
    ...OWN,
    subject: `Inscription modifiée : ${registration.title}, ${day(registration)}`,
    before: [hello(registration), 'Votre inscription a été modifiée. Voici ce qui est noté maintenant.'],
    after: [
      registration.status === 'WAITLISTED'
        ? 'Vous êtes sur la liste d’attente : nous vous écrirons dès que des places se libèrent pour tout votre foyer.'
        : CHANGE,
      team(name),
    ],
    button: 'Voir ou changer mon inscription',
  }),
  CANCELLED: (registration, { name }) => ({
    page: 'SESSIONS',
    quiet: ownLink('les sessions à venir'),
    subject: `Inscription annulée : ${registration.title}`,
    before: [hello(registration), 'Votre inscription à cette session est annulée : personne ne vous attend.'],
    after: [
      'Si ce n’était pas voulu, répondez à cet e-mail ou inscrivez-vous de nouveau. Vous restez les bienvenus à une autre session.',
      team(name),
    ],
    button: 'Voir les prochaines sessions',
  }),
  SESSION_CHANGED: (registration, { name }) => ({
    ...OWN,
    subject: `Du changement : ${registration.title}, ${day(registration)}`,
    before: [
      hello(registration),
      'La date ou le lieu de cette session ont changé. Voici ce qui vaut maintenant ; votre inscription suit.',
    ],
    after: [
      registration.status === 'CONFIRMED'
        ? 'Le rendez-vous joint remplace celui de votre agenda. Si la nouvelle date ne vous va pas, annulez depuis votre page : d’autres attendent.'
        : 'Votre rang sur la liste ne change pas. Si la nouvelle date ne vous va pas, quittez la liste depuis votre page.',
      team(name),
    ],
    button: 'Voir ou changer mon inscription',
  }),
  SESSION_CANCELLED: (registration, { name }) => ({
    page: 'SESSIONS',
    quiet: ownLink('les sessions à venir'),
    subject: `Session annulée : ${registration.title}, ${day(registration)}`,
    before: [
      hello(registration),
      'Nous sommes désolés : cette session n’aura pas lieu.',
      ...(registration.cancelReason ? [`La raison : ${registration.cancelReason}`] : []),
    ],
    after: [
      'Vous n’avez rien à annuler. Nous serions heureux de vous accueillir à une autre session.',
      team(name),
    ],
    button: 'Voir les prochaines sessions',
  }),
  REMINDER: (registration, { name }) => ({
    ...OWN,
    subject: `Rendez-vous ${day(registration)} : ${registration.title}`,
    before: [hello(registration), 'Le rendez-vous approche : nous vous attendons, et voici l’essentiel.'],
    after: [
      'À l’arrivée, montrez le code de votre page : il marche aussi imprimé, ou sur un téléphone sans réseau si vous l’avez ouverte avant.',
      'Un empêchement ? Dites-le depuis votre page, même au dernier moment : d’autres attendent.',
      team(name),
    ],
    button: 'Ouvrir ma page',
  }),
  SURVEY: (registration, { name }) => ({
    page: 'OWN',
    quiet: ownLink('un court questionnaire'),
    subject: `Alors, c’était comment ? ${registration.title}`,
    before: [
      hello(registration),
      'Merci d’être venus. Qu’avez-vous pensé de cette session, et qu’est-ce qui vous aiderait maintenant ? Deux minutes suffisent, et vos réponses servent aux suivants.',
    ],
    after: [team(name)],
    button: 'Donner mon avis',
  }),
};
