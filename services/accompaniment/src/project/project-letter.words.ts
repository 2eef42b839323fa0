import type { ProjectLetterKind } from './project-letter.js';

interface ProjectLetterWords {
  subject: string;
  before: string;
  button: string;
  after: string;
}

type Words = (territory: string) => Record<ProjectLetterKind, ProjectLetterWords>;

export const FRENCH: Words = (territory) => ({
  STARTED: {
    subject: `Votre projet prend forme : voici votre page (${territory})`,
    before:
      'Votre projet d’installation prend forme, et nous vous accompagnons. Cette page est la vôtre : où vous en êtes, ce qui vient et qui s’en charge, vos documents, et un fil pour nous écrire.',
    button: 'Ouvrir ma page',
    after: 'Gardez cet e-mail : le lien reste bon tant que nous vous accompagnons.',
  },
  LINK: {
    subject: `Votre page de projet (${territory})`,
    before: 'Voici le lien vers votre page, comme vous nous l’avez demandé.',
    button: 'Ouvrir ma page',
    after: 'Si vous n’avez rien demandé, il n’y a rien à faire.',
  },
  MESSAGE: {
    subject: `Un message vous attend (${territory})`,
    before: 'Nous vous avons écrit sur votre page de projet.',
    button: 'Lire le message',
    after: 'Vous pouvez y répondre au même endroit.',
  },
  DOCUMENT: {
    subject: `Un document vous attend (${territory})`,
    before: 'Nous avons mis un document à votre disposition sur votre page de projet.',
    button: 'Voir le document',
    after: 'Une question ? Écrivez-nous sur la même page.',
  },
  PAPER: {
    subject: `Un document vous est demandé (${territory})`,
    before:
      'Pour avancer, nous avons besoin d’un document de votre part. Votre page dit lequel : vous pouvez l’y déposer.',
    button: 'Déposer le document',
    after: 'Vous ne l’avez pas encore, ou pas du tout ? Écrivez-nous sur la même page.',
  },
  STEP: {
    subject: `Une étape de votre installation vous attend (${territory})`,
    before: 'Une étape de votre installation vous revient. Ce qu’il y a à faire est sur votre page.',
    button: 'Voir l’étape',
    after: 'Elle est déjà faite ? Dites-le en un clic. Un souci ? Écrivez-nous sur la même page.',
  },
  FOLLOW_UP: {
    subject: `Comment allez-vous, quelques mois après ? (${territory})`,
    before:
      'Voilà quelques mois que vous êtes arrivés. Dites-nous comment cela se passe : quatre questions, deux minutes.',
    button: 'Donner de nos nouvelles',
    after: 'Vos mots restent entre vous et les personnes qui vous accompagnent.',
  },
});

export const ENGLISH: Words = (territory) => ({
  STARTED: {
    subject: `Your project in ${territory}: your page`,
    before:
      'Your move is taking shape, and we are with you. This page is yours: where you are, what comes next and who does it, your documents, and a thread to write to us.',
    button: 'Open my page',
    after: 'Keep this e-mail: its link holds for as long as we accompany you.',
  },
  LINK: {
    subject: `Your project page in ${territory}`,
    before: 'Here is the link to your page, as you asked us.',
    button: 'Open my page',
    after: 'If you did not ask for it, nothing needs to be done.',
  },
  MESSAGE: {
    subject: `A message is waiting for you (${territory})`,
    before: 'We have written to you on your project page.',
    button: 'Read the message',
    after: 'You can answer in the same place.',
  },
  DOCUMENT: {
    subject: `A document is waiting for you (${territory})`,
    before: 'We have left a document for you on your project page.',
    button: 'See the document',
    after: 'A question? Write to us on the same page.',
  },
  PAPER: {
    subject: `A document is asked of you (${territory})`,
    before: 'To go on, we need a document from you. Your page says which one: you can leave it there.',
    button: 'Leave the document',
    after: 'You do not have it yet, or not at all? Write to us on the same page.',
  },
  STEP: {
    subject: `Your move to ${territory}: a step is yours`,
    before: 'A step of your move is yours to do. Your page says what there is to do.',
    button: 'See the step',
    after: 'Done already? Say so with one click. A difficulty? Write to us on the same page.',
  },
  FOLLOW_UP: {
    subject: `How are you in ${territory}?`,
    before: 'It has been some months since you arrived. Tell us how it goes: four questions, two minutes.',
    button: 'Tell how we are',
    after: 'Your words stay between you and those who accompany you.',
  },
});

export const FRENCH_WARNING =
  'Ce lien ouvre votre page sans mot de passe : ne le transmettez qu’à votre foyer.';
export const ENGLISH_WARNING =
  'This link opens your page without a password: pass it on to nobody outside your household.';
