import { cleanLine, cleanText } from '@ancrage/input/clean-text';
import type { Problems } from '@ancrage/subgraph/field-problem';
import type { ProgrammeItem } from './programme-item.js';
import type { ProgrammeItemInput, SaveSessionInput } from './session-plan.input.js';
import { isWithinDays, momentOf, notePeriod } from './session-plan.times.js';

const MOST_ITEMS = 60;
const MOST_PEOPLE = 500;
const LONGEST_OFFER = 336;
/** Two days: long enough to ask at home. */
const USUAL_OFFER = 48;

/** A session's plan as it is kept. */
export interface PlanValues {
  title: string;
  format: string;
  summary: string | null;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  hostCommuneCode: string | null;
  partnerName: string | null;
  programme: ProgrammeItem[];
  meetingPlace: string | null;
  lodging: string | null;
  meals: string | null;
  childcare: string | null;
  carSharing: string | null;
  registrationClosesAt: Date | null;
  offerHours: number;
}

/** The column of each value. */
export const PLAN_COLUMNS: Record<keyof PlanValues, string> = {
  title: 'title',
  format: 'format',
  summary: 'summary',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  capacity: 'capacity',
  hostCommuneCode: 'host_commune_code',
  partnerName: 'partner_name',
  programme: 'programme',
  meetingPlace: 'meeting_place',
  lodging: 'lodging',
  meals: 'meals',
  childcare: 'childcare',
  carSharing: 'car_sharing',
  registrationClosesAt: 'registration_closes_at',
  offerHours: 'offer_hours',
};

/** The values in the order of PLAN_COLUMNS, as statements take them. */
export const statementValues = (values: PlanValues): unknown[] =>
  (Object.keys(PLAN_COLUMNS) as (keyof PlanValues)[]).map((name) =>
    name === 'programme' ? JSON.stringify(values.programme) : values[name],
  );

/** A plan as it is kept; what is wrong with it is noted, and then it is not to be used. */
export function planValues(input: SaveSessionInput, problems: Problems): PlanValues {
  const startsAt = momentOf('startsAt', input.startsAt, problems);
  const endsAt = momentOf('endsAt', input.endsAt, problems);
  const closing = input.registrationClosesAt?.trim();
  const registrationClosesAt = closing ? momentOf('registrationClosesAt', closing, problems) : null;
  const inOrder = startsAt && endsAt && notePeriod(input.format, startsAt, endsAt, problems);
  if (startsAt && registrationClosesAt && registrationClosesAt >= startsAt)
    problems.add(
      'registrationClosesAt',
      'Les inscriptions se closent avant le début.',
      'Registrations close before it starts.',
    );
  between(problems, 'capacity', input.capacity, MOST_PEOPLE, ['personnes', 'people']);
  const offerHours = input.offerHours ?? USUAL_OFFER;
  between(problems, 'offerHours', offerHours, LONGEST_OFFER, ['heures', 'hours']);
  return {
    title: problems.text('title', cleanLine(input.title), 120),
    format: input.format,
    summary: long('summary', input.summary, 600, problems),
    startsAt: startsAt ?? new Date(0),
    endsAt: endsAt ?? new Date(0),
    capacity: input.capacity,
    hostCommuneCode: input.hostCommuneCode || null,
    partnerName: line('partnerName', input.partnerName, 120, problems),
    programme: programmeOf(input.programme ?? [], inOrder ? [startsAt, endsAt] : null, problems),
    meetingPlace: line('meetingPlace', input.meetingPlace, 200, problems),
    lodging: long('lodging', input.lodging, 1000, problems),
    meals: long('meals', input.meals, 1000, problems),
    childcare: long('childcare', input.childcare, 1000, problems),
    carSharing: long('carSharing', input.carSharing, 1000, problems),
    registrationClosesAt,
    offerHours,
  };
}

/** The programme in its order; each step must lie within the session's days, once these are known. */
function programmeOf(
  programme: readonly ProgrammeItemInput[],
  period: [startsAt: Date, endsAt: Date] | null,
  problems: Problems,
): ProgrammeItem[] {
  if (programme.length > MOST_ITEMS)
    problems.add('programme', `${MOST_ITEMS} étapes au plus.`, `${MOST_ITEMS} steps at most.`);
  const items = programme.map((item, index) => {
    const at = `programme.${index}`;
    const moment = momentOf(`${at}.startsAt`, item.startsAt, problems);
    if (moment && period && !isWithinDays(moment, ...period))
      problems.add(
        `${at}.startsAt`,
        'Cette étape n’est pas dans les jours de la session.',
        'This step is not within the days of the session.',
      );
    return {
      startsAt: (moment ?? new Date(0)).toISOString(),
      title: problems.text(`${at}.title`, cleanLine(item.title), 120),
      place: line(`${at}.place`, item.place, 120, problems),
      host: line(`${at}.host`, item.host, 120, problems),
    };
  });
  return items.sort((one, other) => one.startsAt.localeCompare(other.startsAt));
}

const bounded = (field: string, text: string, longest: number, problems: Problems): string | null =>
  text === '' ? null : problems.text(field, text, longest);

/** One line, or null for none. */
export const line = (field: string, text: string | null | undefined, longest: number, problems: Problems) =>
  bounded(field, cleanLine(text ?? ''), longest, problems);

const long = (field: string, text: string | null | undefined, longest: number, problems: Problems) =>
  bounded(field, cleanText(text ?? ''), longest, problems);

function between(
  problems: Problems,
  field: string,
  value: number,
  most: number,
  [fr, en]: [fr: string, en: string],
) {
  if (value < 1 || value > most) problems.add(field, `De 1 à ${most} ${fr}.`, `From 1 to ${most} ${en}.`);
}
