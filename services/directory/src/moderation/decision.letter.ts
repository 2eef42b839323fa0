import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { writeLetter } from '../letter/write-letter.js';
import type { StandingSolo } from '../pipeline/move-solo.js';

type Locale = 'fr' | 'en';
interface Answer {
  name: string;
  territory: string;
  /** Where they ask for a link to their entry. */
  manage: string;
}
type Texts = Record<Locale, { subject: string; paragraphs: string[] }>;

/** Tells the owner that what they asked for was accepted; `shows` whether the public reads it now. */
export function tellAccepted(
  connection: Connection,
  context: SubgraphContext,
  solo: StandingSolo,
  changeId: string,
  shows: boolean,
): Promise<void> {
  const page = `/annuaire/${solo.slug}`;
  return tell(connection, context, solo, changeId, ({ name, territory, manage }, site) => ({
    fr: {
      subject: shows ? `Votre fiche est en ligne : ${name}` : `Votre fiche est à jour : ${name}`,
      paragraphs: [
        shows
          ? `${territory} a relu votre fiche. Elle est publiée :\n${site}${page}`
          : `${territory} a relu votre fiche. Elle reste masquée, comme vous l’avez demandé, jusqu’à ce que vous la montriez de nouveau.`,
        `Vous pouvez la modifier, la suspendre ou la retirer à tout moment :\n${manage}`,
      ],
    },
    en: {
      subject: shows ? `Your entry is online: ${name}` : `Your entry is up to date: ${name}`,
      paragraphs: [
        shows
          ? `${territory} has read your entry. It is published:\n${site}/en${page}`
          : `${territory} has read your entry. It stays hidden, as you asked, until you show it again.`,
        `You can change, pause or withdraw it at any time:\n${manage}`,
      ],
    },
  }));
}

/** Tells the owner why what they asked for was not published, in the moderator's words. */
export function tellRefused(
  connection: Connection,
  context: SubgraphContext,
  solo: StandingSolo,
  changeId: string,
  reason: string,
): Promise<void> {
  return tell(connection, context, solo, changeId, ({ name, territory, manage }) => ({
    fr: {
      subject: `Votre fiche n’a pas pu être publiée : ${name}`,
      paragraphs: [
        `${territory} a relu ce que vous avez proposé et ne l’a pas publié, pour cette raison :`,
        reason,
        `Ce que vous avez écrit est gardé : vous pouvez le reprendre et le proposer de nouveau.\n${manage}`,
      ],
    },
    en: {
      subject: `Your entry could not be published: ${name}`,
      paragraphs: [
        `${territory} has read what you proposed and did not publish it, for this reason:`,
        reason,
        `What you wrote is kept: you can change it and propose it again.\n${manage}`,
      ],
    },
  }));
}

async function tell(
  connection: Connection,
  context: SubgraphContext,
  solo: StandingSolo,
  changeId: string,
  textsOf: (answer: Answer, site: string) => Texts,
): Promise<void> {
  const { rows } = await connection.query<{ email: string; locale: Locale | null; name: string }>(
    `select c.email, c.locale, s.display_name as name from solo_contact c join solo s on s.id = c.solo_id
      where c.solo_id = $1 and c.email is not null`,
    [solo.id],
  );
  const [owner] = rows;
  if (!owner) return;
  const { name: territory, site } = context.requireTerritoryCard();
  const locale = owner.locale ?? 'fr';
  const manage = `${site}${locale === 'en' ? '/en' : ''}/annuaire/rejoindre`;
  const { subject, paragraphs } = textsOf({ name: owner.name, territory, manage }, site)[locale];
  await writeLetter(connection, context.scope, {
    key: `decision:${changeId}`,
    from: territory,
    to: owner.email,
    locale,
    subject: subject.replace(/\s+/g, ' '),
    body: `${[locale === 'fr' ? 'Bonjour,' : 'Hello,', ...paragraphs].join('\n\n')}\n`,
    soloId: solo.id,
  });
}
