import type { FacilityFiguresFragment, Outlook } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { type Enrolment, isCreche } from './vitality.ts';

/** A school or a crèche in words: where it stands, and its latest figures, null while none is known. */
export type FacilityWords = { name: string; outlook: Outlook; sentence: string; figures: string | null };

/** Written by the server, so that pages need not carry every sentence that they might say. */
export function wordsOf(one: FacilityFiguresFragment): FacilityWords {
  const latest = one.enrolments.at(-1);
  return {
    name: one.facility.name,
    outlook: one.outlook,
    sentence: outlookSentence(one),
    figures: latest
      ? `${schoolYear(latest.year)}\u00a0: ${figuresOf(latest, isCreche(one))}${trendOf(one)}`
      : null,
  };
}

/** 2026 as « 2026-2027 »: the year of a school begins in one and ends in the next. */
export const schoolYear = (year: number): string => `${year}-${year + 1}`;

function trendOf({ trend }: FacilityFiguresFragment): string {
  if (!trend) {
    return '';
  }
  return ` (${trend > 0 ? m.vitality_more({ count: trend }) : m.vitality_fewer({ count: -trend })})`;
}

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
