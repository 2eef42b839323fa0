import type { DemonstrationRequest } from '@ancrage/subgraph/demonstration';
import { stableId, stablePick } from '@ancrage/subgraph/stable-random';
import type { ProgrammeItem } from '../session/programme-item.js';
import { SessionFormat, SessionStatus } from '../session/session-format.js';
import { dayAfter, parisTime, saturdayAfter } from './paris-time.js';

/** Where the first discovery session of the reference territory took place. */
const AUZAT = '09030';
const PAST_SATURDAY = '2025-04-12';

/** A programme line: day 0 or 1, clock in Paris, title, place, who receives there. */
type Line = [day: 0 | 1, clock: string, title: string, place?: string, host?: string];

interface Plan {
  slug: string;
  title: string;
  format: SessionFormat;
  summary: string;
  capacity: number;
  /** Days from the start of the demonstration to the session; none for the one that is over. */
  inDays?: number;
  endsAt: string;
  meetingPlace: string;
  lodging?: string;
  meals: string;
  childcare?: string;
  carSharing: string;
  lines: Line[];
}

const PLANS: Plan[] = [
  {
    slug: 'week-end-decouverte-au-pied-des-sommets',
    title: 'Week-end découverte au pied des sommets',
    format: SessionFormat.WEEKEND,
    summary: 'Deux jours pour visiter des logements, rencontrer les habitants et parler travail à distance.',
    capacity: 80,
    endsAt: '16:00',
    meetingPlace: 'Mairie',
    lodging: 'Gîtes et chambres d’hôtes de la vallée, réservés pour les foyers ; la nuit est offerte.',
    meals: 'Le repas du samedi soir est offert. Pique-nique à prévoir le dimanche midi.',
    childcare: 'De 3 à 11 ans, au centre de loisirs, les deux matinées.',
    carSharing:
      'Départs groupés de Foix et de Toulouse : dites d’où vous partez, nous mettons les foyers en relation.',
    lines: [
      [0, '10:00', 'Accueil et présentation du territoire', 'Mairie', 'Les élus de la vallée'],
      [0, '11:30', 'Visite de l’espace de travail partagé', undefined, 'L’animatrice du lieu'],
      [0, '14:00', 'Écoles, crèche, médecins : les services de la vallée'],
      [0, '19:00', 'Repas avec des habitants venus d’ailleurs', 'Salle des fêtes', 'Le comité des fêtes'],
      [1, '09:30', 'Visites de logements et de terrains'],
      [1, '14:00', 'Et maintenant ? Les étapes d’une installation', 'Mairie'],
    ],
  },
  {
    slug: 'journee-decouverte-travailler-d-ici',
    title: 'Journée découverte : travailler d’ici',
    format: SessionFormat.DAY,
    summary: 'Une journée pour essayer un espace de travail, mesurer les débits et rencontrer des solos.',
    capacity: 20,
    inDays: 21,
    endsAt: '17:00',
    meetingPlace: 'Espace de travail partagé, à l’accueil',
    meals: 'Le déjeuner est offert ; dites-nous ce que vous ne mangez pas.',
    carSharing: 'La gare est à vingt minutes : une navette attend le train de 9 heures.',
    lines: [
      [0, '09:30', 'Café d’accueil', 'Espace de travail partagé', 'L’animateur du lieu'],
      [0, '10:15', 'La fibre, commune par commune'],
      [0, '12:30', 'Déjeuner avec des solos', 'Café de la place', 'Trois solos du territoire'],
      [0, '14:00', 'Ateliers : votre projet, vos questions'],
    ],
  },
  {
    slug: 'week-end-decouverte-en-famille',
    title: 'Week-end découverte en famille',
    format: SessionFormat.WEEKEND,
    summary: 'Écoles, activités et logements : un week-end pour que chacun se fasse une idée.',
    capacity: 22,
    inDays: 49,
    endsAt: '15:30',
    meetingPlace: 'Médiathèque, côté jardin',
    lodging: 'Un gîte pour chaque famille, draps fournis ; la nuit est offerte.',
    meals: 'Dîner et petit déjeuner offerts. Chacun apporte son pique-nique du dimanche.',
    childcare: 'Dès 3 ans, par les animateurs du centre de loisirs, pendant les visites de logements.',
    carSharing: 'Dites si vous avez des places ou si vous en cherchez : nous vous mettons en relation.',
    lines: [
      [0, '10:00', 'Accueil des familles', 'Médiathèque', 'L’équipe de la médiathèque'],
      [
        0,
        '11:00',
        'Visite d’une école et du centre de loisirs',
        'École du village',
        'La directrice de l’école',
      ],
      [0, '14:30', 'Sortie en raquettes ou promenade, selon la saison'],
      [1, '10:00', 'Visites de logements'],
      [1, '14:00', 'Bilan du week-end'],
    ],
  },
  {
    slug: 'journee-decouverte-reprendre-une-activite',
    title: 'Journée découverte : créer ou reprendre une activité',
    format: SessionFormat.DAY,
    summary: 'Locaux, ateliers et commerces à reprendre, avec ceux qui accompagnent les projets.',
    capacity: 30,
    inDays: 84,
    endsAt: '17:30',
    meetingPlace: 'Maison des entreprises',
    meals: 'Buffet offert à midi.',
    carSharing: 'Dites si vous avez des places ou si vous en cherchez : nous vous mettons en relation.',
    lines: [
      [0, '09:30', 'Accueil', 'Maison des entreprises', 'L’agence de développement'],
      [0, '10:30', 'Visite de locaux et d’ateliers'],
      [0, '14:00', 'Rencontre avec les chambres consulaires et les associations'],
    ],
  },
];

/** A generated session, dated. */
export interface DemonstrationSession {
  id: string;
  slug: string;
  title: string;
  format: SessionFormat;
  status: SessionStatus;
  summary: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  hostCommuneCode: string;
  partnerName: string;
  meetingPlace: string;
  lodging?: string;
  meals: string;
  childcare?: string;
  carSharing: string;
  programme: ProgrammeItem[];
}

/** One session that is over, then those to come; `now` dates the latter. */
export function demonstrationSessions(
  { territoryId, communes }: DemonstrationRequest,
  now: Date,
): [past: DemonstrationSession, ...future: DemonstrationSession[]] {
  const sessions = PLANS.map(({ inDays, lines, endsAt, ...plan }, index) => {
    const first = inDays === undefined ? PAST_SATURDAY : saturdayAfter(now, inDays);
    const days = [first, dayAfter(first)] as const;
    const host =
      inDays === undefined && communes.some(({ code }) => code === AUZAT)
        ? AUZAT
        : stablePick(communes, ({ population }) => Math.sqrt(population), 'host', territoryId, index).code;
    const programme = lines.map(([day, clock, title, place = null, host = null]) => ({
      startsAt: parisTime(days[day], clock).toISOString(),
      title,
      place,
      host,
    }));
    return {
      ...plan,
      id: stableId('session', territoryId, index),
      status: inDays === undefined ? SessionStatus.CLOSED : SessionStatus.PUBLISHED,
      startsAt: new Date(programme[0]!.startsAt),
      endsAt: parisTime(days[plan.format === SessionFormat.DAY ? 0 : 1], endsAt),
      hostCommuneCode: host,
      partnerName:
        host === AUZAT ? 'Communauté de communes d’Auzat-Vicdessos' : 'Communauté de communes d’accueil',
      programme,
    };
  });
  return sessions as [DemonstrationSession, ...DemonstrationSession[]];
}
