import type { ProtocolStep } from './protocol-step.js';

/** From the first yes to a plan that both sides agree on. */
export const DECISION_STEPS: ProtocolStep[] = [
  {
    key: 'premier-appel',
    title: 'Premier appel après le oui',
    description:
      'Appeler le foyer, nommer son référent, vérifier les coordonnées, dire ce que le territoire fait et ne fait pas. Noter ce qui presse.',
    publicWords:
      'Une personne du territoire vous appelle : elle sera votre interlocutrice jusqu’au bout, et vous donne son numéro.',
    phase: 'DECISION',
    owner: 'AGENT',
    anchor: 'START',
    after: [],
    delay: 2,
    documents: [],
    condition: {},
  },
  {
    key: 'projet-du-foyer',
    title: 'Entretien sur le projet du foyer',
    description:
      'Une heure, sur place ou à distance : travail de chaque adulte, logement, enfants, budget, échéances, craintes. Écrire le compte rendu et le faire relire.',
    publicWords:
      'Une heure ensemble pour comprendre votre projet : travail, logement, enfants, calendrier. Vous relisez ce que nous en avons retenu.',
    phase: 'DECISION',
    owner: 'AGENT',
    anchor: 'STEPS',
    after: ['premier-appel'],
    delay: 8,
    documents: [{ key: 'projet', title: 'Votre projet en une page', from: 'HOUSEHOLD' }],
    condition: {},
  },
  {
    key: 'plan-d-installation',
    title: 'Plan d’installation partagé',
    description:
      'Fixer l’horizon et le jour d’arrivée pensé, retenir une à trois communes, dire qui fait quoi. Le plan est envoyé au foyer.',
    publicWords: 'Vous recevez votre plan d’installation : les étapes, les dates et qui s’en charge.',
    phase: 'DECISION',
    owner: 'AGENT',
    anchor: 'STEPS',
    after: ['projet-du-foyer'],
    delay: 5,
    documents: [{ key: 'plan', title: 'Plan d’installation', from: 'TERRITORY' }],
    condition: {},
  },
  {
    key: 'choix-du-parrain',
    title: 'Proposition d’un parrain ou d’une marraine',
    description:
      'Proposer une personne proche par l’activité, la commune ou les enfants ; attendre les deux accords.',
    publicWords:
      'Nous vous proposons un parrain ou une marraine : quelqu’un d’ici, installé avant vous, à qui tout demander.',
    phase: 'DECISION',
    owner: 'AGENT',
    anchor: 'STEPS',
    after: ['projet-du-foyer'],
    delay: 10,
    documents: [],
    condition: {},
  },
];

/** Everything that has to be ready before the removal van. */
export const PREPARATION_STEPS: ProtocolStep[] = [
  {
    key: 'recherche-de-logement',
    title: 'Recherche de logement accompagnée',
    description:
      'Transmettre les annonces des communes retenues, les logements communaux et les contacts d’agences ; prévenir les mairies.',
    publicWords: 'Nous cherchons avec vous : logements communaux, annonces, bouche à oreille des mairies.',
    phase: 'PREPARATION',
    owner: 'AGENT',
    anchor: 'STEPS',
    after: ['plan-d-installation'],
    delay: 15,
    documents: [
      { key: 'dossier-location', title: 'Dossier de location ou plan de financement', from: 'HOUSEHOLD' },
    ],
    condition: { needsHousing: true },
  },
  {
    key: 'espace-de-travail',
    title: 'Visite des espaces de travail',
    description:
      'Organiser la visite d’un espace partagé, d’un bureau ou d’un atelier ; vérifier le débit avant de signer.',
    publicWords: 'Vous visitez les bureaux, ateliers ou espaces partagés qui conviennent à votre activité.',
    phase: 'PREPARATION',
    owner: 'NETWORK_ACTOR',
    anchor: 'STEPS',
    after: ['plan-d-installation'],
    delay: 15,
    documents: [],
    condition: { needsPremises: true },
  },
  {
    key: 'projet-professionnel',
    title: 'Rendez-vous sur l’activité professionnelle',
    description:
      'Création, transfert d’entreprise ou emploi du conjoint : mettre en relation avec la chambre consulaire ou l’opérateur compétent.',
    publicWords:
      'Un conseiller fait le point sur votre activité : transfert, création, emploi du conjoint, aides.',
    phase: 'PREPARATION',
    owner: 'NETWORK_ACTOR',
    anchor: 'STEPS',
    after: ['plan-d-installation'],
    delay: 20,
    documents: [],
    condition: {},
  },
  {
    key: 'place-en-creche',
    title: 'Place chez une assistante maternelle ou en crèche',
    description:
      'Saisir le relais petite enfance avec l’âge des enfants et le jour d’arrivée ; suivre la réponse.',
    publicWords: 'Le relais petite enfance cherche avec vous une place pour vos plus jeunes.',
    phase: 'PREPARATION',
    owner: 'NETWORK_ACTOR',
    anchor: 'ARRIVAL',
    after: ['plan-d-installation'],
    delay: -60,
    documents: [],
    condition: { childUpTo: 3 },
  },
  {
    key: 'inscription-scolaire',
    title: 'Inscription à l’école, au collège ou au lycée',
    description: 'Prévenir la mairie et l’établissement ; ramassage, cantine et périscolaire compris.',
    publicWords:
      'La mairie inscrit vos enfants : école, cantine, ramassage. Nous prévenons l’équipe enseignante.',
    phase: 'PREPARATION',
    owner: 'CONTRIBUTOR',
    anchor: 'ARRIVAL',
    after: ['plan-d-installation'],
    delay: -30,
    documents: [
      { key: 'livret-de-famille', title: 'Livret de famille', from: 'HOUSEHOLD' },
      {
        key: 'certificat-de-radiation',
        title: 'Certificat de radiation de l’école actuelle',
        from: 'HOUSEHOLD',
      },
    ],
    condition: { childFrom: 2, childUpTo: 17 },
  },
  {
    key: 'demarches-du-demenagement',
    title: 'Démarches du déménagement',
    description:
      'Envoyer la liste de ce qui se fait à distance et rappeler le raccordement à Internet, souvent le plus long.',
    publicWords:
      'Vous demandez Internet, l’énergie et le changement d’adresse ; nous vous donnons la liste et les délais.',
    phase: 'PREPARATION',
    owner: 'HOUSEHOLD',
    anchor: 'ARRIVAL',
    after: [],
    delay: -25,
    documents: [{ key: 'liste-demarches', title: 'Liste des démarches et des délais', from: 'TERRITORY' }],
    condition: {},
  },
];
