/** The figures of the reference case, by the names of their definitions, as they head their columns. */
export const FIGURES = {
  SOLOS_IDENTIFIED: 'repérés',
  SOLOS_PUBLISHED: 'publiés',
  ATTENDED: 'venus',
  EFFECTIVE: 'installés',
  PLANNED: 'en projet',
} as const;

export type FigureKey = keyof typeof FIGURES;
export const FIGURE_KEYS = Object.keys(FIGURES) as FigureKey[];

/** Null: not to be read there. */
export type Figures = Record<FigureKey, number | null>;

/** What the study of the reference territory counted. */
export const REFERENCE: Figures = {
  SOLOS_IDENTIFIED: 78,
  SOLOS_PUBLISHED: 40,
  ATTENDED: 26,
  EFFECTIVE: 6,
  PLANNED: 5,
};

/** Where the figures were read, and what stood there. */
export interface Reading {
  place: string;
  figures: Figures;
}

/** The readings that do not say what the reference case says. */
export const differing = (readings: readonly Reading[]): Reading[] =>
  readings.filter(({ figures }) => FIGURE_KEYS.some((key) => figures[key] !== REFERENCE[key]));

/** The readings below one another, the reference case first. */
export function figureTable(readings: readonly Reading[]): string[] {
  const rows = [{ place: 'Cas de référence', figures: REFERENCE }, ...readings];
  const width = Math.max(...rows.map(({ place }) => place.length));
  const line = (place: string, cells: string[]) =>
    `${place.padEnd(width)}  ${cells.map((cell) => cell.padStart(9)).join('  ')}`;
  return [
    line('', Object.values(FIGURES)),
    ...rows.map(({ place, figures }) =>
      line(
        place,
        FIGURE_KEYS.map((key) => String(figures[key] ?? '–')),
      ),
    ),
  ];
}
