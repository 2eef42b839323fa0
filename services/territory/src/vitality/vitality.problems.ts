import type { FieldProblem } from '@ancrage/subgraph/field-problem';
import type { EnrolmentInput, ThresholdsInput } from './vitality.input.js';

type Bound = [field: string, value: number | null | undefined, least: number, most: number];

/** What is wrong with figures of a crèche, in the reader's language. */
export function enrolmentProblems(
  { year, children, places }: EnrolmentInput,
  locale: string,
  now = new Date(),
): FieldProblem[] {
  return outside(
    [
      ['year', year, 2000, now.getFullYear() + 1],
      ['children', children, 0, 500],
      ['places', places, 1, 500],
    ],
    locale,
  );
}

/** What is wrong with thresholds. */
export function thresholdsProblems(
  { closing, opening, occupancy }: ThresholdsInput,
  locale: string,
): FieldProblem[] {
  return outside(
    [
      ['closing', closing, 1, 60],
      // A class cannot open where another one would have to close.
      ['opening', opening, closing ?? 1, 60],
      ['occupancy', occupancy, 1, 100],
    ],
    locale,
  );
}

const outside = (bounds: Bound[], locale: string): FieldProblem[] =>
  bounds
    .filter(([, value, least, most]) => value != null && (value < least || value > most))
    .map(([field, , least, most]) => ({
      field,
      message: locale === 'en' ? `From ${least} to ${most}.` : `De ${least} à ${most}.`,
    }));
