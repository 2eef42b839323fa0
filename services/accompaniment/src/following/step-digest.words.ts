import type { DigestStep } from './step-digest.js';

/** What one language says in the morning's letter. */
interface DigestWords {
  subject: (count: number, overdue: number, territory: string) => string;
  hello: (name: string) => string;
  intro: (count: number, overdue: number) => string;
  /** One line under a step's title. */
  about: (step: DigestStep, day: string) => string;
  open: string;
  rest: (count: number) => string;
  all: string;
  stop: (address: string) => string;
}

const longDay = (locale: string) => {
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return (day: string) => format.format(new Date(day));
};
const french = longDay('fr');
const english = longDay('en-GB');
const joined = (...words: (string | false)[]) => words.filter(Boolean).join(' ');

export const FRENCH_DIGEST: DigestWords = {
  subject: (count, overdue, territory) =>
    `${count === 1 ? '1 étape vous attend' : `${count} étapes vous attendent`}${overdue > 0 ? `, dont ${overdue} en retard` : ''} (${territory})`,
  hello: (name) => `Bonjour ${name},`,
  intro: (count, overdue) =>
    joined(
      count === 1
        ? 'Une étape d’accueil vous attend ce matin.'
        : `${count} étapes d’accueil vous attendent ce matin.`,
      overdue > 0 && 'Celles qui sont en retard viennent en premier.',
    ),
  about: ({ dueOn, unowned, handed }, day) =>
    joined(
      !dueOn
        ? 'Sans date.'
        : dueOn === day
          ? 'Pour aujourd’hui.'
          : dueOn < day
            ? `En retard : c’était pour le ${french(dueOn)}.`
            : `Pour le ${french(dueOn)}.`,
      handed && 'Elle vous revient pendant une absence.',
      unowned && 'Elle n’a personne pour la faire : vous suivez ce dossier.',
    ),
  open: 'Ouvrir l’étape',
  rest: (count) => (count === 1 ? 'Et une autre, sur votre page.' : `Et ${count} autres, sur votre page.`),
  all: 'Voir tout ce qui m’attend',
  stop: (address) =>
    `Cette lettre part les matins ouvrés où quelque chose vous attend. Pour ne plus la recevoir, ou changer sa langue : ${address}`,
};

export const ENGLISH_DIGEST: DigestWords = {
  subject: (count, overdue, territory) =>
    `${count === 1 ? '1 step is waiting for you' : `${count} steps are waiting for you`}${overdue > 0 ? `, ${overdue} overdue` : ''} (${territory})`,
  hello: (name) => `Hello ${name},`,
  intro: (count, overdue) =>
    joined(
      count === 1
        ? 'One step of a welcome is yours this morning.'
        : `${count} steps of welcomes are yours this morning.`,
      overdue > 0 && 'What is overdue comes first.',
    ),
  about: ({ dueOn, unowned, handed }, day) =>
    joined(
      !dueOn
        ? 'Without a day.'
        : dueOn === day
          ? 'For today.'
          : dueOn < day
            ? `Overdue: it was for ${english(dueOn)}.`
            : `For ${english(dueOn)}.`,
      handed && 'It is yours during an absence.',
      unowned && 'It has nobody to do it: you lead this case.',
    ),
  open: 'Open the step',
  rest: (count) => (count === 1 ? 'And another one, on your page.' : `And ${count} more, on your page.`),
  all: 'See all that waits for me',
  stop: (address) =>
    `This letter leaves on working mornings when something waits for you. To get no more, or to have it in French: ${address}`,
};
