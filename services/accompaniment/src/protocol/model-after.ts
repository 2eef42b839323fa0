import type { ProtocolStep } from './protocol-step.js';

/** The first weeks in the new place. */
export const ARRIVAL_STEPS: ProtocolStep[] = [
  {
    key: 'bienvenue-a-la-mairie',
    title: 'Accueil à la mairie',
    description: 'La mairie reçoit le foyer, remet le livret d’accueil et présente les associations.',
    publicWords: 'La mairie vous reçoit, vous remet le livret d’accueil et vous présente la commune.',
    phase: 'ARRIVAL',
    owner: 'CONTRIBUTOR',
    anchor: 'ARRIVAL',
    after: [],
    delay: 5,
    documents: [{ key: 'livret-d-accueil', title: 'Livret d’accueil', from: 'TERRITORY' }],
    condition: {},
  },
  {
    key: 'premier-cafe',
    title: 'Premier café avec le parrain ou la marraine',
    description:
      'Le parrain ou la marraine appelle la première semaine et fait découvrir les lieux du quotidien.',
    publicWords: 'Votre parrain ou votre marraine vous montre les bonnes adresses, et d’abord la sienne.',
    phase: 'ARRIVAL',
    owner: 'SPONSOR',
    anchor: 'ARRIVAL',
    after: ['choix-du-parrain'],
    delay: 7,
    documents: [],
    condition: {},
  },
  {
    key: 'preuve-d-installation',
    title: 'Constat de l’installation',
    description:
      'Relever la date, la commune et une preuve (bail, acte, facture) ; compter emplois et personnes arrivés.',
    publicWords: 'Vous êtes chez vous : un justificatif de domicile, et votre installation est enregistrée.',
    phase: 'ARRIVAL',
    owner: 'AGENT',
    anchor: 'ARRIVAL',
    after: [],
    delay: 15,
    documents: [{ key: 'justificatif', title: 'Justificatif de domicile', from: 'HOUSEHOLD' }],
    condition: {},
  },
  {
    key: 'medecin-et-droits',
    title: 'Médecin traitant et droits',
    description:
      'Indiquer les médecins qui prennent de nouveaux patients, la CPAM et la CAF, et les permanences.',
    publicWords:
      'Médecin, Assurance maladie, CAF, carte grise : la maison France services fait le tour avec vous.',
    phase: 'ARRIVAL',
    owner: 'NETWORK_ACTOR',
    anchor: 'ARRIVAL',
    after: ['bienvenue-a-la-mairie'],
    delay: 20,
    documents: [],
    condition: {},
  },
];

/** From the boxes to belonging: a year. */
export const SETTLING_STEPS: ProtocolStep[] = [
  {
    key: 'reseau-professionnel',
    title: 'Entrée dans le réseau professionnel',
    description: 'Inviter à une rencontre de solos ou d’entreprises ; proposer une fiche dans l’annuaire.',
    publicWords: 'Vous rencontrez celles et ceux qui travaillent ici, et pouvez paraître dans l’annuaire.',
    phase: 'SETTLING',
    owner: 'SPONSOR',
    anchor: 'STEPS',
    after: ['premier-cafe'],
    delay: 30,
    documents: [],
    condition: {},
  },
  {
    key: 'bilan-trois-mois',
    title: 'Point après trois mois',
    description: 'Appeler : école, travail, maison, solitude. Ce qui ne va pas revient dans le plan.',
    publicWords:
      'Trois mois après, nous vous appelons : ce qui va, ce qui coince, ce que nous pouvons faire.',
    phase: 'SETTLING',
    owner: 'AGENT',
    anchor: 'STEPS',
    after: ['preuve-d-installation'],
    delay: 60,
    documents: [],
    condition: {},
  },
  {
    key: 'bilan-six-mois',
    title: 'Bilan à six mois',
    description: 'Toujours là ? Emplois, satisfaction, besoins : la réponse nourrit le suivi à six mois.',
    publicWords: 'À six mois, vous nous dites où vous en êtes, en quelques questions.',
    phase: 'SETTLING',
    owner: 'AGENT',
    anchor: 'ARRIVAL',
    after: ['bilan-trois-mois'],
    delay: 126,
    documents: [],
    condition: {},
  },
  {
    key: 'bilan-un-an',
    title: 'Un an : fêter et transmettre',
    description:
      'Bilan à douze mois, fin du parrainage, invitation aux nouveaux habitants, proposition de parrainer à son tour.',
    publicWords:
      'Un an ici : une soirée avec les autres nouveaux habitants, et peut-être votre tour de parrainer.',
    phase: 'SETTLING',
    owner: 'AGENT',
    anchor: 'ARRIVAL',
    after: ['bilan-six-mois'],
    delay: 252,
    documents: [],
    condition: {},
  },
];
