import { NetworkActorKind, NetworkScale, WelcomeStep } from '../network/network-vocabulary.js';

const { LOCAL, DEPARTMENT, REGION, NATIONAL } = NetworkScale;
const { CONTACT, DISCOVERY, PROJECT, HOUSING, FAMILY, WORK, ARRIVAL, FOLLOW_UP } = WelcomeStep;

/** Step, what is offered, and within how many working days it answers. */
type Offer = [WelcomeStep, string, number?];
/** How many days ago it was asked, after how many it answered (null: not yet), about what. */
type Exchange = [number, number | null, WelcomeStep, string];

export interface DemonstrationActor {
  name: string;
  kind: NetworkActorKind;
  scale: NetworkScale;
  description: string;
  commitment?: string;
  /** Days from the loading until the commitment ends. */
  holdsFor?: number;
  hidden?: true;
  contact: [name: string, role: string, mailbox: string];
  offers: Offer[];
  exchanges: Exchange[];
}

const actor = (
  scale: NetworkScale,
  name: string,
  description: string,
  rest: Omit<DemonstrationActor, 'scale' | 'name' | 'description' | 'kind'> & { kind?: NetworkActorKind },
): DemonstrationActor => ({ kind: NetworkActorKind.ORGANISATION, ...rest, scale, name, description });

/** Invented from end to end: no organisation or person stands behind these. */
export const DEMONSTRATION_ACTORS: DemonstrationActor[] = [
  actor(
    LOCAL,
    'La Maison des Trois Seuils',
    'Une équipe de deux personnes, au bourg, qui suit chaque arrivée du premier appel au premier anniversaire.',
    {
      commitment: 'Répondre sous deux jours ouvrés et tenir le fil de chaque accueil.',
      holdsFor: 400,
      contact: ['Nadège Fontanal', 'Chargée d’accueil', 'accueil@trois-seuils.example'],
      offers: [
        [CONTACT, 'Répond au premier appel et vous dit qui peut vous aider', 2],
        [ARRIVAL, 'Vous attend le premier jour, avec les adresses qui servent', 3],
        [FOLLOW_UP, 'Fait le point avec vous à un, six et douze mois', 5],
      ],
      exchanges: [
        [12, 1, CONTACT, 'Famille de quatre, arrivée souhaitée au printemps'],
        [40, 1, ARRIVAL, 'Premier jour d’une illustratrice'],
        [75, 3, CONTACT, 'Couple en reconversion'],
        [130, 2, FOLLOW_UP, 'Point à six mois'],
      ],
    },
  ),
  actor(
    LOCAL,
    'L’Atelier partagé du Lavoir',
    'Douze places de travail dans un ancien lavoir, ouvertes à qui s’installe.',
    {
      commitment: 'Un poste gratuit pendant le mois d’essai.',
      holdsFor: 45,
      contact: ['Ilan Séguret', 'Animateur', 'bonjour@lavoir.example'],
      offers: [
        [WORK, 'Prête un bureau et une bonne connexion pendant un mois d’essai', 3],
        [DISCOVERY, 'Ouvre ses portes pendant les séjours de découverte', 5],
      ],
      exchanges: [
        [20, 4, WORK, 'Un mois d’essai pour un développeur'],
        [66, 2, DISCOVERY, 'Visite du samedi matin'],
      ],
    },
  ),
  actor(LOCAL, 'Les Petits Pas du Vallon', 'Crèche associative de vingt places.', {
    commitment: 'Dire sous une semaine s’il reste une place.',
    holdsFor: 220,
    contact: ['Solène Aubrac', 'Directrice', 'creche@petits-pas.example'],
    offers: [[FAMILY, 'Dit s’il reste une place et aide à remplir le dossier', 5]],
    exchanges: [
      [9, null, FAMILY, 'Place pour un enfant de dix mois en mars'],
      [88, 9, FAMILY, 'Accueil du mercredi'],
    ],
  }),
  actor(LOCAL, 'Les Parents d’En Haut', 'Les parents d’élèves de trois écoles de village.', {
    contact: ['Yoann Belcastel', 'Président', 'parents@en-haut.example'],
    offers: [[FAMILY, 'Fait visiter l’école et présente d’autres familles']],
    exchanges: [[31, 2, FAMILY, 'Visite d’école pour deux enfants']],
  }),
  actor(
    LOCAL,
    'Odile Castelvieil',
    'Habitante, elle loue deux meublés au mois à celles et ceux qui cherchent encore.',
    {
      kind: NetworkActorKind.PERSON,
      commitment: 'Garder un meublé libre pour les arrivées, de septembre à juin.',
      holdsFor: 190,
      contact: ['Odile Castelvieil', 'Hébergeuse', 'odile@castelvieil.example'],
      offers: [
        [HOUSING, 'Loue un meublé au mois, le temps de trouver', 2],
        [DISCOVERY, 'Reçoit à sa table pendant un séjour', 4],
      ],
      exchanges: [
        [15, 0, HOUSING, 'Un mois pour une famille'],
        [52, 1, HOUSING, 'Six semaines pour un couple'],
        [160, 1, DISCOVERY, 'Repas du samedi soir'],
      ],
    },
  ),
  actor(LOCAL, 'Bastien Roquemaure', 'Charpentier à la retraite, il connaît les maisons du pays.', {
    kind: NetworkActorKind.PERSON,
    hidden: true,
    contact: ['Bastien Roquemaure', 'Bénévole', 'bastien@roquemaure.example'],
    offers: [[HOUSING, 'Visite une maison avec vous et dit ce qu’elle demandera de travaux', 5]],
    exchanges: [],
  }),
  actor(LOCAL, 'L’Étude du Pont Neuf', 'Locations et ventes dans les vallées.', {
    commitment: 'Signaler les biens avant leur publication.',
    holdsFor: -30,
    contact: ['Clarisse Montredon', 'Gérante', 'etude@pont-neuf.example'],
    offers: [[HOUSING, 'Signale les locations avant leur mise en ligne', 3]],
    exchanges: [
      [26, 12, HOUSING, 'Maison avec jardin, trois chambres'],
      [95, null, HOUSING, 'Location à l’année'],
    ],
  }),
  actor(
    DEPARTMENT,
    'Boussole Entreprendre',
    'Des conseillers qui relisent un projet et ses comptes avant le grand saut.',
    {
      commitment: 'Un premier rendez-vous gratuit sous dix jours.',
      holdsFor: 320,
      contact: ['Hamid Cazenave', 'Conseiller', 'projets@boussole.example'],
      offers: [
        [PROJECT, 'Relit votre projet et votre budget avec vous', 5],
        [WORK, 'Vous présente de premiers clients', 8],
      ],
      exchanges: [
        [18, 3, PROJECT, 'Budget d’une micro-entreprise'],
        [60, 6, WORK, 'Clients pour une cartographe'],
        [110, 4, PROJECT, 'Reprise d’un atelier'],
      ],
    },
  ),
  actor(DEPARTMENT, 'Le Relais Toits et Granges', 'Ce qu’il faut savoir des aides à la rénovation.', {
    commitment: 'Un avis sur les aides pour chaque projet transmis.',
    holdsFor: 150,
    contact: ['Mathilde Estarac', 'Conseillère habitat', 'conseil@toits-granges.example'],
    offers: [[HOUSING, 'Dit quelles aides à la rénovation vous pouvez demander', 10]],
    exchanges: [[45, 8, HOUSING, 'Rénovation d’une grange']],
  }),
  actor(DEPARTMENT, 'Lignes Partagées', 'Covoiturage, vélos et navettes des vallées.', {
    contact: ['Théo Larrieu', 'Coordinateur', 'equipe@lignes-partagees.example'],
    offers: [[ARRIVAL, 'Prête une voiture ou un vélo le premier mois', 5]],
    exchanges: [[70, 5, ARRIVAL, 'Voiture pour un déménagement']],
  }),
  actor(REGION, 'Cap Sud Installation', 'Oriente vers les aides à la création d’activité de la région.', {
    commitment: 'Transmettre au territoire les candidats qui cherchent la montagne.',
    holdsFor: 500,
    contact: ['Inès Peyrolade', 'Chargée de mission', 'installation@cap-sud.example'],
    offers: [
      [CONTACT, 'Transmet votre demande au bon territoire', 10],
      [PROJECT, 'Oriente vers les aides à la création d’activité', 10],
    ],
    exchanges: [[34, 13, PROJECT, 'Aides pour un bureau d’études']],
  }),
  actor(REGION, 'Le Campus d’à Côté', 'Des formations à distance, avec un tuteur que l’on rencontre.', {
    contact: ['Rémi Goulard', 'Responsable des parcours', 'parcours@campus-cote.example'],
    offers: [[WORK, 'Propose des formations à suivre d’ici', 10]],
    exchanges: [],
  }),
  actor(
    NATIONAL,
    'Les Bureaux Dispersés',
    'Association de personnes qui travaillent loin de leur entreprise.',
    {
      commitment: 'Faire connaître le territoire à ses adhérents, deux fois l’an.',
      holdsFor: 260,
      contact: ['Agathe Moncoutié', 'Déléguée', 'lien@bureaux-disperses.example'],
      offers: [[CONTACT, 'Fait connaître le territoire à ses adhérents', 15]],
      exchanges: [[100, 10, CONTACT, 'Lettre de printemps']],
    },
  ),
  actor(NATIONAL, 'Solos Solidaires', 'Une écoute pour celles et ceux qui travaillent seuls.', {
    hidden: true,
    contact: ['Fabien Taurel', 'Coordinateur', 'ecoute@solos-solidaires.example'],
    offers: [[FOLLOW_UP, 'Écoute quand travailler seul devient lourd', 3]],
    exchanges: [],
  }),
];
