import type { FigureDefinitionFragment, FigureFragment } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

type Key = FigureDefinitionFragment['key'];
/** A figure with the words by which it is read. */
export type DefinedFigure = { figure: FigureFragment; definition: FigureDefinitionFragment };

const groups: { key: string; label: () => string; keys: Key[] }[] = [
  {
    key: 'path',
    label: m.indicators_group_path,
    keys: ['PROSPECTS', 'ATTENDED', 'PLANNED', 'EFFECTIVE', 'ABANDONED', 'MEDIAN_DAYS'],
  },
  {
    key: 'settled',
    label: m.indicators_group_settled,
    keys: ['PEOPLE', 'CHILDREN', 'JOBS', 'STILL_HERE_6', 'STILL_HERE_12'],
  },
  { key: 'welcome', label: m.indicators_group_welcome, keys: ['SPONSORSHIPS_ACTIVE', 'STEPS_ON_TIME'] },
  {
    key: 'offer',
    label: m.indicators_group_offer,
    keys: ['SOLOS_IDENTIFIED', 'SOLOS_PUBLISHED', 'COMMUNES_QUALIFIED', 'FIBRE_SHARE'],
  },
];

/** The figures that are there, by what they speak of, each with its definition. */
export const figureGroups = (
  figures: readonly FigureFragment[],
  definitions: readonly FigureDefinitionFragment[],
): { key: string; label: string; figures: DefinedFigure[] }[] =>
  groups
    .map(({ key, label, keys }) => ({
      key,
      label: label(),
      figures: keys.flatMap((each) => {
        const figure = figures.find((candidate) => candidate.key === each);
        const definition = definitions.find((candidate) => candidate.key === each);
        return figure && definition ? [{ figure, definition }] : [];
      }),
    }))
    .filter(({ figures: found }) => found.length > 0);

/** A figure that another service counts, in the same shape. */
export const elsewhereFigure = (key: Key, value: number | null | undefined): FigureFragment => ({
  key,
  value: value ?? null,
  suppressed: false,
  known: null,
  total: null,
  households: null,
});
