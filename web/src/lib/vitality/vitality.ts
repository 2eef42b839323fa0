import type { ArrivalsFragment, FacilityFiguresFragment, Outlook } from '#lib/graphql/generated/graphql.ts';

export const crecheType = 'D502';
export type Enrolment = FacilityFiguresFragment['enrolments'][number];

export const isCreche = ({ facility }: FacilityFiguresFragment): boolean => facility.type.code === crecheType;

export const outlookOrder: Outlook[] = ['AT_RISK', 'OPENING', 'STEADY', 'UNKNOWN'];

/** The children who arrived over the years shown, and whether some years are kept back. */
export function arrivalsOf(arrived: ArrivalsFragment['childrenArrived']): {
  known: { year: number; children: number }[];
  suppressed: boolean;
  demonstration: boolean;
} {
  const years = arrived ?? [];
  return {
    known: years.flatMap(({ year, children }) => (children ? [{ year, children }] : [])),
    suppressed: years.some(({ suppressed }) => suppressed),
    demonstration: years.some(({ demonstration }) => demonstration),
  };
}
