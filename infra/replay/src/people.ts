/** Somebody of the case: made up, and named so that every screen says it. */
export interface Person {
  name: string;
  activity: string;
  skills: string[];
  email: string;
  communeCode: string;
}

/** What people do alone from home, with what they are good at. */
const TRADES: [activity: string, ...skills: string[]][] = [
  ['Développement web', 'Développement web', 'Accessibilité numérique'],
  ['Graphisme', 'Identité visuelle', 'Mise en page'],
  ['Traduction', 'Traduction anglais-français', 'Relecture'],
  ['Comptabilité', 'Comptabilité', 'Gestion'],
  ['Architecture', 'Rénovation', 'Permis de construire'],
  ['Rédaction', 'Rédaction', 'Stratégie éditoriale'],
  ['Formation', 'Formation à distance', 'Pédagogie'],
  ['Photographie', 'Reportage', 'Retouche'],
  ['Cartographie', 'Systèmes d’information géographique', 'Données ouvertes'],
  ['Conseil en énergie', 'Audit énergétique', 'Bois énergie'],
  ['Édition sonore', 'Prise de son', 'Mixage'],
  ['Illustration', 'Illustration', 'Édition jeunesse'],
  ['Gestion de projet', 'Gestion de projet', 'Animation de réunions'],
];
const PEOPLE_OF_A_TRADE = 6;

/** The 78 of the reference case, spread over these communes. */
export function people(communes: readonly { code: string; name: string }[]): Person[] {
  return Array.from({ length: TRADES.length * PEOPLE_OF_A_TRADE }, (_, index) => {
    const [activity, ...skills] = TRADES[index % TRADES.length]!;
    const commune = communes[(index * 7) % communes.length]!;
    const rank = Math.floor(index / TRADES.length) + 1;
    return {
      name: `${activity} ${commune.name} ${rank} (démonstration)`,
      activity,
      skills,
      email: `solo-${index + 1}@replay.ancrage.test`,
      communeCode: commune.code,
    };
  });
}
