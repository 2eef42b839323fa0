import type {
  FigureDefinitionFragment,
  FigureFragment,
  FigurePeriodFragment,
  SettledInFragment,
  WayOriginFragment,
  WayStepFragment,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

/** Everything that a report of a period says, whether it was counted today or frozen in a snapshot. */
export type Report = {
  /** The period in words, and as an address has it. */
  period: string;
  from: string;
  to: string;
  by: 'MONTH' | 'YEAR';
  /** When it was counted, or frozen. */
  dated: string;
  comment: string | null;
  definitions: readonly FigureDefinitionFragment[];
  figures: readonly FigureFragment[];
  trend: readonly FigurePeriodFragment[];
  steps: readonly WayStepFragment[];
  origins: { first: readonly WayOriginFragment[]; last: readonly WayOriginFragment[] } | null;
  communes: readonly SettledInFragment[];
  demonstration: boolean;
};

/** The definition of a figure, if the report has it. */
export const definitionIn = (
  { definitions }: Report,
  key: FigureFragment['key'],
): FigureDefinitionFragment | undefined => definitions.find((definition) => definition.key === key);

export const reportFiles = ['rapport.pdf', 'export.csv', 'export.xlsx'] as const;
export type ReportFile = (typeof reportFiles)[number];
export const isReportFile = (name: string): name is ReportFile =>
  (reportFiles as readonly string[]).includes(name);

/** The name under which a report is kept. */
export const reportName = (slug: string, { from, to }: Report): string =>
  `${m.indicators_file()}-${slug}-${from}-${to}`;
