/** A plan as the workspace's form sends it. */
export const PLAN = {
  title: 'Week-end à Auzat',
  format: 'WEEKEND',
  summary: 'Deux jours dans la vallée.',
  startsAt: '2099-05-02T10:00',
  endsAt: '2099-05-03T16:00',
  capacity: 20,
  hostCommuneCode: '09030',
  partnerName: 'Communauté de communes',
  meetingPlace: 'Mairie, place de la Fontaine',
  lodging: 'Gîte communal',
  meals: 'Repas du samedi soir offert',
  childcare: 'De 3 à 11 ans, au centre de loisirs',
  carSharing: 'Départ de Foix à 9 h',
  registrationClosesAt: '2099-04-25T18:00',
  offerHours: 24,
  programme: [
    { startsAt: '2099-05-03T09:30', title: 'Logements', place: null, host: 'L’agence' },
    { startsAt: '2099-05-02T10:00', title: 'Accueil', place: 'Mairie', host: 'La maire' },
  ],
};

const RECORD = `record { id version seatsTaken offerHours publishedAt households { confirmed offered waiting cancelled reachable unreachable }
  session { slug title format status summary startsAt endsAt capacity seatsLeft hostCommune { code } partner { name } meetingPlace
    lodging meals childcare carSharing registrationClosesAt programme { startsAt title place host } } }`;

export const SAVED = `__typename ... on SessionSaved { told ${RECORD} }
  ... on SessionRefused { problems { field message } refusedRecord: ${RECORD} }`;

export const SAVE = `mutation ($input: SaveSessionInput!) { saveSession(input: $input) { ${SAVED}
  ... on SessionChangeToConfirm { changes reachable unreachable } } }`;
