/** What an e-mail to a commune says. */
export interface InvitationMailParts {
  link: string;
  territory: string;
  commune: string;
  campaign: string;
  message: string;
  /** As people read it: 31 décembre 2026. */
  dueOn: string;
}

export interface Mail {
  subject: string;
  text: string;
}

/** French town halls are written to in French, as plain text: it reads everywhere, and nothing hides in it. */
export function composeInvitation(parts: InvitationMailParts): Mail {
  const { link, territory, commune, campaign, message, dueOn } = parts;
  return {
    subject: `${commune} : vos services sont-ils à jour ?`,
    text: `${[
      'Bonjour,',
      `${territory} présente sur son site les services de chaque commune aux personnes qui cherchent où s’installer. Pour que ${commune} y soit bien décrite, pouvez-vous confirmer ou corriger ce que nous savons (« ${campaign} ») ?`,
      ...(message ? [message] : []),
      `Votre page, qui s’ouvre aussi sur un téléphone :\n${link}`,
      `Quelques minutes suffisent, en une ou plusieurs fois, jusqu’au ${dueOn}. Aucun compte n’est nécessaire : ce lien est propre à la commune, ne le transmettez qu’à qui répond pour elle.`,
      `Vos réponses sont relues par ${territory} avant d’être publiées.`,
    ].join('\n\n')}\n`,
  };
}

/** A day as it is written in French. */
export const inWords = (day: string): string =>
  new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
