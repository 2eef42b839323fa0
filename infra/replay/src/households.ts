/** A household of the case: made up, and named so that every screen says it. */
export interface Household {
  name: string;
  email: string;
  adults: number;
  /** Years of birth. */
  children: number[];
  activity: string;
  project: string;
}

const NAMES = [
  'Aulnes',
  'Bouleaux',
  'Charmes',
  'Érables',
  'Frênes',
  'Hêtres',
  'Noisetiers',
  'Sorbiers',
  'Tilleuls',
];
const ACTIVITIES = [
  'Développement web',
  'Graphisme',
  'Comptabilité',
  'Traduction',
  'Architecture',
  'Formation',
];

/** So many households: from one adult alone to two with three children. */
export function households(count: number, year: number): Household[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `Foyer des ${NAMES[index % NAMES.length]} ${index + 1} (démonstration)`,
    email: `foyer-${index + 1}@replay.ancrage.test`,
    adults: index % 4 === 0 ? 1 : 2,
    children: Array.from({ length: index % 4 }, (_child, rank) => year - 2 - rank * 3 - (index % 5)),
    activity: ACTIVITIES[index % ACTIVITIES.length]!,
    project: 'Foyer inventé pour montrer comment on s’installe.',
  }));
}
