import type { LetterNames, LetterTo, SponsorshipLetters } from './sponsorship-letter.js';

const hello = (to: LetterTo, { sponsorName, householdName }: LetterNames) =>
  `Bonjour ${to === 'SPONSOR' ? sponsorName : householdName},`;
const team = (territory: string) => `À bientôt,\nl’équipe de ${territory}`;
const LONG = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' });
const dayOf = (day = '') => (day ? LONG.format(new Date(day)) : '');
const QUIET: Record<LetterTo, string> = {
  SPONSOR:
    'Vous recevez cet e-mail parce que vous avez accepté d’être parrain ou marraine. Le lien ouvre votre page, sans compte ni mot de passe : ne le transférez pas. Vous pouvez y faire une pause ou arrêter.',
  HOUSEHOLD:
    'Vous recevez cet e-mail parce que nous suivons votre projet d’installation. Le lien ouvre votre page, sans compte ni mot de passe : ne le transférez qu’à qui peut agir pour vous.',
};
const PAGE: Record<LetterTo, string> = {
  SPONSOR: 'Ouvrir ma page de parrainage',
  HOUSEHOLD: 'Ouvrir ma page',
};

/** Letters about a sponsorship, in French. */
export const FRENCH_SPONSORSHIP_LETTERS: SponsorshipLetters = {
  PROPOSED: (to, about, territory) =>
    to === 'SPONSOR'
      ? {
          subject: `Un foyer à accueillir, si vous voulez bien – ${territory}`,
          before: [
            hello(to, about),
            'Un foyer s’apprête à s’installer ici, et nous avons pensé à vous. Votre page dit ce qu’il faut pour décider ; qui il est, vous le lirez quand vous aurez accepté.',
          ],
          button: 'Lire la proposition et répondre',
          after: ['Vous pouvez dire oui, ou non d’un mot : les deux nous aident.', team(territory)],
          quiet: QUIET.SPONSOR,
        }
      : {
          subject: `Quelqu’un d’ici pour vous accompagner – ${territory}`,
          before: [
            hello(to, about),
            'Pour vos premiers mois, nous vous proposons un parrain ou une marraine : quelqu’un qui vit ici, connaît les gens et répond aux questions qu’on n’ose pas poser à une administration.',
          ],
          button: 'Lire qui c’est et répondre',
          after: ['Rien ne commence sans votre accord, ni sans le sien.', team(territory)],
          quiet: QUIET.HOUSEHOLD,
        },
  ACTIVE: (to, about, territory) => ({
    subject: `C’est d’accord des deux côtés – ${territory}`,
    before: [
      hello(to, about),
      to === 'SPONSOR'
        ? 'Vous avez accepté tous les deux : le parrainage commence. Votre page donne le nom du foyer et comment le joindre. Un premier appel dans la semaine fait beaucoup.'
        : `Vous avez accepté tous les deux : ${about.sponsorName} vous accompagne désormais. Votre page dit comment la ou le joindre.`,
    ],
    button: PAGE[to],
    after: ['Notez-y vos échanges d’un mot, si vous voulez : cela nous aide à vous aider.', team(territory)],
    quiet: QUIET[to],
  }),
  DECLINED: (to, about, territory) => ({
    subject: `Ce parrainage ne se fera pas – ${territory}`,
    before: [
      hello(to, about),
      to === 'SPONSOR'
        ? 'Le foyer que nous vous avions proposé ne sera finalement pas accompagné par vous. Ce n’est un jugement sur personne, et votre place est de nouveau libre.'
        : 'Le parrainage que nous vous avions proposé ne se fera pas. Ce n’est un jugement sur personne : nous cherchons quelqu’un d’autre pour vous.',
    ],
    button: PAGE[to],
    after: [team(territory)],
    quiet: QUIET[to],
  }),
  ENDED: (to, about, territory) => ({
    subject: `Votre parrainage est terminé – ${territory}`,
    before: [
      hello(to, about),
      to === 'SPONSOR'
        ? 'Ce parrainage est terminé. Merci du temps que vous y avez mis. Les coordonnées du foyer ne sont plus sur votre page.'
        : 'Ce parrainage est terminé. Si vous voulez encore être accompagnés, dites-le-nous d’un mot.',
    ],
    button: PAGE[to],
    after: [team(territory)],
    quiet: QUIET[to],
  }),
  FOLLOW_UP: (to, about, territory) => ({
    subject: `Comment va votre filleul ? – ${territory}`,
    before: [
      hello(to, about),
      'Un mois est passé sans échange noté. Peut-être vous êtes-vous vus sans l’écrire ; peut-être un appel ferait-il plaisir. Il n’y a rien d’obligatoire.',
    ],
    button: 'Noter un échange, ou faire signe',
    after: [
      'Nous ne vous le demanderons pas de nouveau avant deux mois. Pour ne plus recevoir ces rappels, cochez « Ne plus me demander » sur votre page.',
      team(territory),
    ],
    quiet: QUIET.SPONSOR,
  }),
  STEP: (to, about, territory) => ({
    subject: `Une étape vous revient – ${territory}`,
    before: [
      hello(to, about),
      `Le foyer que vous accompagnez compte sur vous pour une étape : « ${about.step?.title ?? ''} », pour le ${dayOf(about.step?.dueOn)}.`,
    ],
    button: PAGE.SPONSOR,
    after: [
      'Elle est déjà faite, ou ce jour ne vous va pas ? Dites-le-nous d’un mot en répondant à cet e-mail.',
      team(territory),
    ],
    quiet: QUIET.SPONSOR,
  }),
  LINK: (to, about, territory) => ({
    subject: `Votre page de parrainage (${territory})`,
    before: [
      hello(to, about),
      'Merci d’avoir accepté d’être parrain ou marraine. Cette page est la vôtre : vous y lirez les foyers proposés, y répondrez, y ferez une pause, y relirez ce que nous savons de vous.',
    ],
    button: PAGE.SPONSOR,
    after: [team(territory)],
    quiet: QUIET.SPONSOR,
  }),
};
