import type { ArrivalsFragment, FacilityFiguresFragment, Outlook } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

export const crecheType = 'D502';
export type Enrolment = FacilityFiguresFragment['enrolments'][number];

export const isCreche = ({ facility }: FacilityFiguresFragment): boolean => facility.type.code === crecheType;

/** 2026 as « 2026-2027 »: the year of a school begins in one and ends in the next. */
export const schoolYear = (year: number): string => `${year}-${year + 1}`;

/** What a facility's figures come to, in a sentence. */
export function outlookSentence(one: FacilityFiguresFragment): string {
  const creche = isCreche(one);
  switch (one.outlook) {
    case 'AT_RISK': {
      const count = one.missing ?? 0;
      return creche ? m.vitality_creche_missing({ count }) : m.vitality_class_missing({ count });
    }
    case 'OPENING':
      return m.vitality_opening();
    case 'STEADY':
      return steady(one, creche);
    default:
      return m.vitality_outlook_unknown();
  }
}

function steady({ margin, untilOpening }: FacilityFiguresFragment, creche: boolean): string {
  if (untilOpening !== null && untilOpening <= 5) {
    return m.vitality_until_opening({ count: untilOpening });
  }
  return creche
    ? m.vitality_creche_margin({ count: margin ?? 0 })
    : m.vitality_class_margin({ count: margin ?? 0 });
}

/** 33 élèves, 2 classes; what is not known or kept back says so. */
export function figuresOf({ children, suppressed, classes, places }: Enrolment, creche: boolean): string {
  const count = children ?? 0;
  const known = creche ? m.vitality_children({ count }) : m.vitality_pupils({ count });
  const parts = [children === null ? (suppressed ? m.vitality_few() : m.vitality_not_known()) : known];
  if (classes !== null) {
    parts.push(m.vitality_classes({ count: classes }));
  }
  if (places !== null) {
    parts.push(m.vitality_places({ count: places }));
  }
  return parts.join(', ');
}

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
