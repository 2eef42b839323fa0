import { stableFraction, stableId } from '@ancrage/subgraph/stable-random';
import { InstallationHorizon } from '../installation/installation-status.js';
import { LostReason } from '../prospect/lost-reason.js';

const FIRST = [
  'Anne',
  'Bilal',
  'Camille',
  'David',
  'Éva',
  'Farid',
  'Gaëlle',
  'Hugo',
  'Inès',
  'Jordi',
  'Léa',
  'Mathieu',
  'Nora',
  'Olivier',
  'Salomé',
  'Yann',
];
const LAST = [
  'Amiel',
  'Barthès',
  'Cazals',
  'Delmas',
  'Escaffre',
  'Fauré',
  'Gouzy',
  'Izard',
  'Lafont',
  'Marty',
  'Naudi',
  'Pujol',
  'Rouch',
  'Séguéla',
  'Tressens',
  'Vergé',
];
const TOWNS = ['Toulouse', 'Bordeaux', 'Montpellier', 'Lyon', 'Paris', 'Barcelone', 'Perpignan', 'Nantes'];

const PLANS: { activity: string; project: string; services: string[]; speed: string }[] = [
  {
    activity: 'Développement de logiciels, à distance',
    project:
      'Quitter la ville sans quitter mon employeur : il nous faut la fibre et une école à portée de vélo.',
    services: ['ecole', 'medecin'],
    speed: 'FROM_100',
  },
  {
    activity: 'Graphisme',
    project: 'Partager un atelier avec d’autres indépendants, et voir la montagne par la fenêtre.',
    services: ['coworking', 'boulangerie'],
    speed: 'FROM_100',
  },
  {
    activity: 'Infirmière libérale',
    project: 'Reprendre une tournée, ou en ouvrir une : mon compagnon télétravaille trois jours par semaine.',
    services: ['creche', 'ecole', 'pharmacie'],
    speed: 'FROM_30',
  },
  {
    activity: 'Menuiserie',
    project: 'Trouver un local de 150 m² où le bruit ne gêne personne, et une maison à côté.',
    services: ['college', 'epicerie'],
    speed: 'FROM_8',
  },
  {
    activity: 'Traduction',
    project: 'Vivre au calme, à moins d’une heure d’une gare.',
    services: ['gare', 'bibliotheque'],
    speed: 'FROM_30',
  },
  {
    activity: 'Boulangerie',
    project: 'Reprendre un commerce de village avec un logement au-dessus.',
    services: ['ecole', 'poste'],
    speed: 'FROM_8',
  },
];
const HORIZONS = Object.values(InstallationHorizon);
const REASONS = [LostReason.HOUSING, LostReason.WORK, LostReason.ELSEWHERE, LostReason.NO_ANSWER];
const ACTIONS = [
  'Rappeler',
  'Envoyer la liste des locaux',
  'Proposer la prochaine session',
  'Demander où en est le logement',
];

/** Somebody who is nobody: names at random, an address and a number that reach no one. */
export function demonstrationPerson(territoryId: string, index: number) {
  const pick = <Value>(of: string, values: readonly Value[]): Value =>
    values[Math.floor(stableFraction(of, territoryId, index) * values.length)] as Value;
  const plan = pick('plan', PLANS);
  const email = `foyer-${stableId('household address', territoryId, index).slice(0, 8)}@candidats.example`;
  return {
    name: `${pick('first name', FIRST)} ${pick('last name', LAST)}`,
    email,
    // Numbers that are given to nobody (Arcep, decision 2018-0881): 06 39 98 00 00 and on.
    phone: `+3363998${String(index).padStart(4, '0')}`,
    livesIn: pick('town', TOWNS),
    ...plan,
    horizon: pick('horizon', HORIZONS),
    lostReason: pick('reason', REASONS),
    action: pick('action', ACTIONS),
  };
}
