import { formatNumber, formatShare } from '#lib/format/figures.ts';
import type { IndicatorKey } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

/** A figure as it is published: a number, one that is kept back, or one that is not known. */
export type Cell = { value: number | null; suppressed: boolean; atLeast?: number; atMost?: number };

/** The figures that a region compares, by their names in the address, in the order in which they are read. */
export const figures = {
  solos: { definition: 'SOLOS_IDENTIFIED', byYear: true },
  publies: { definition: 'SOLOS_PUBLISHED', byYear: true },
  venus: { definition: 'ATTENDED', byYear: true },
  installes: { definition: 'EFFECTIVE', byYear: true },
  projets: { definition: 'PLANNED', byYear: true },
  qualifiees: { definition: 'COMMUNES_QUALIFIED', byYear: false },
  fibre: { definition: 'FIBRE_SHARE', byYear: false },
} as const satisfies Record<string, { definition: `${IndicatorKey}`; byYear: boolean }>;

export type FigureName = keyof typeof figures;
export const figureNames = Object.keys(figures) as FigureName[];

export const unknownCell: Cell = { value: null, suppressed: false };
export const cellOf = (value: number | null | undefined): Cell => ({
  value: value ?? null,
  suppressed: false,
});

/** A number as it is written; a share in percent. */
export const written = (figure: FigureName, value: number): string =>
  figure === 'fibre' ? formatShare(value) : formatNumber(value);

/** A figure in words, for a total and for those who do not see a sign. */
export function spoken(figure: FigureName, { value, suppressed, atLeast, atMost }: Cell): string {
  if (value !== null) {
    return written(figure, value);
  }
  if (!suppressed) {
    return m.not_known();
  }
  return atLeast === undefined || atMost === undefined
    ? m.region_kept_back()
    : m.region_between({ least: formatNumber(atLeast), most: formatNumber(atMost) });
}
