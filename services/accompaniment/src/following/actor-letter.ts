import type { LetterPart } from '@ancrage/post/letter-content';

/** What an actor of the network is told of a step: nothing of whose welcome it is. */
export interface ActorLetter {
  title: string;
  /** As 2026-11-23. */
  dueOn: string;
  /** Overdue by a week. */
  late: boolean;
  actorName: string;
  /** Who leads the case; null when nobody does. */
  lead: { name: string; email: string } | null;
  territory: string;
  /** Its site, where there is nobody to answer to. */
  site: string;
}

const LONG = new Intl.DateTimeFormat('fr', { dateStyle: 'full', timeZone: 'UTC' });

/** The letter, in French: partners of the territory work in it. */
export function actorLetter({ title, dueOn, late, actorName, lead, territory, site }: ActorLetter): {
  subject: string;
  parts: LetterPart[];
} {
  const day = LONG.format(new Date(dueOn));
  const text = (words: string): LetterPart => ({ kind: 'text', text: words });
  return {
    subject: late
      ? `Une étape d’accueil attend encore (${territory})`
      : `Une étape d’accueil vous revient (${territory})`,
    parts: [
      text('Bonjour,'),
      text(
        late
          ? `Une étape de l’accueil d’un foyer était confiée à ${actorName}. Sauf erreur, elle n’est pas encore faite : où en êtes-vous ?`
          : `Une étape de l’accueil d’un foyer est confiée à ${actorName}, et son jour est venu.`,
      ),
      {
        kind: 'facts',
        rows: [
          ['Étape', title],
          ['Pour le', day],
          ['Votre contact', lead ? `${lead.name}, ${lead.email}` : `l’équipe de ${territory}`],
        ],
      },
      text(
        lead
          ? 'Elle est déjà faite, ou ne peut l’être ? Répondez d’un mot à cet e-mail : nous le noterons.'
          : `Elle est déjà faite, ou ne peut l’être ? Dites-le-nous d’un mot, par ${site} : nous le noterons.`,
      ),
      text(`Merci de votre aide,\nl’équipe de ${territory}`),
      {
        kind: 'quiet',
        text: 'Vous recevez cet e-mail parce que vous êtes du réseau d’accueil du territoire. Rien de ce qui touche au foyer ne s’y trouve : votre contact vous en dira ce qu’il faut.',
      },
    ],
  };
}
