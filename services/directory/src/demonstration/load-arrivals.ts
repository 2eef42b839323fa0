import { slugOf } from '@ancrage/subgraph/slug';
import { stableId } from '@ancrage/subgraph/stable-random';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Arrival } from '../arrival/arrival.entity.js';
import { ArrivalStatus } from '../arrival/arrival-status.js';
import { Consent } from '../consent/consent.entity.js';
import { ConsentChannel } from '../consent/consent-channel.js';
import { ConsentPurpose } from '../consent/consent-purpose.js';
import { consentWording, WORDING_VERSION } from '../consent/consent-wording.js';
import type { Solo } from '../solo/solo.entity.js';

const DAY = 86_400_000;

/** By the invented business that each presents: who they are, told as a newsroom would. */
const ARRIVALS: Record<string, Pick<Arrival, 'title' | 'summary' | 'body'>> = {
  'Cartes et Combes': {
    title: 'Une cartographe pose ses compas dans la vallée',
    summary:
      'Cartes et Combes dessine les sentiers, les forêts et les projets d’aménagement, depuis le pays.',
    body: `Elle travaillait pour trois départements depuis une métropole ; elle le fait désormais depuis la table d’un ancien relais de poste. Cartes et Combes dresse des cartes et des relevés pour l’aménagement, la forêt et les sentiers.

« Je voulais voir ce que je dessine », résume-t-elle. Venue pour un séjour de découverte, elle a trouvé un bureau partagé, une maison à louer et une première commande : le plan des chemins de trois communes.

Elle propose aux associations du pays une demi-journée par mois pour apprendre à faire leurs propres cartes.`,
  },
  'Oreille de Granit': {
    title: 'Un studio de son s’installe au calme',
    summary: 'Podcasts et habillages sonores : Oreille de Granit a choisi le pays pour son silence.',
    body: `Il fallait du calme, une bonne connexion et une gare pas trop loin. Oreille de Granit enregistre et monte des podcasts, des visites sonores et des musiques de films courts.

Le studio tient dans une ancienne bergerie, isolée avec de la laine du pays. Ses clients sont à Toulouse, à Bruxelles et à Montréal ; ses sons viennent du torrent d’à côté.

Au printemps, le studio ouvrira ses portes aux écoles pour une après-midi d’écoute.`,
  },
  'Laine et Genêt': {
    title: 'Le textile revient, par la création',
    summary: 'Laine et Genêt tisse des étoffes d’auteur dans un pays qui a longtemps vécu du fil.',
    body: `Le pays a longtemps vécu du textile. Laine et Genêt renoue le fil : des étoffes tissées à la main, en laine locale, pour des maisons de décoration et des costumiers.

L’atelier s’est monté avec l’aide du réseau d’accueil : un local de quarante mètres carrés, un conseil sur les comptes et deux anciennes ouvrières venues montrer leurs gestes.

Trois journées de démonstration sont prévues cette année, sur inscription.`,
  },
};

/** Presents some of the published solos, each with a consent to the press. */
export async function createArrivals(em: EntityManager, solos: readonly Solo[]): Promise<void> {
  const presented = solos.flatMap((solo) => {
    const words = ARRIVALS[solo.displayName];
    return words && solo.publishedAt ? [{ solo, words, publishedAt: solo.publishedAt }] : [];
  });
  const agreed = presented.map(({ solo, words, publishedAt }) => {
    const consent = em.create(Consent, {
      id: stableId('press consent', solo.id),
      territoryId: solo.territoryId,
      demonstration: true,
      soloId: solo.id,
      purpose: ConsentPurpose.PRESS,
      wording: consentWording(ConsentPurpose.PRESS, 'fr'),
      version: WORDING_VERSION,
      channel: ConsentChannel.WEB,
      givenAt: publishedAt,
    });
    return { solo, words, consent, showsFrom: new Date(publishedAt.getTime() + 10 * DAY) };
  });
  await em.flush();
  for (const { solo, words, consent, showsFrom } of agreed) {
    em.create(Arrival, {
      ...words,
      id: stableId('arrival', solo.id),
      territoryId: solo.territoryId,
      demonstration: true,
      slug: slugOf(words.title),
      soloId: solo.id,
      consentId: consent.id,
      status: ArrivalStatus.PUBLISHED,
      ...(solo.communeCode && { communeCode: solo.communeCode }),
      arrivedOn: new Date(showsFrom.getTime() - 45 * DAY).toISOString().slice(0, 10),
      publishedAt: showsFrom,
      updatedAt: showsFrom,
    });
  }
  await em.flush();
}
