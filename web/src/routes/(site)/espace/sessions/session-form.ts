import type { SaveSessionInput, SessionPlanFragment } from '#lib/graphql/generated/graphql.ts';

/** One step of the programme as its row holds it: its day counts from the first of the session. */
export type StepValues = { day: string; time: string; title: string; place: string; host: string };
/** Everything the form holds, as text, so that a refused save gives back exactly what was typed. */
type TextValues = Record<(typeof fields)[number], string>;
export type SessionValues = TextValues & { programme: StepValues[] };
/** One problem per field, by the name of its input. */
export type Problems = Partial<Record<string, string>>;

export const fields = [
  ...(['title', 'format', 'summary', 'startsAt', 'endsAt', 'capacity', 'hostCommuneCode'] as const),
  ...(['partnerName', 'meetingPlace', 'lodging', 'meals', 'childcare', 'carSharing'] as const),
  ...(['registrationClosesAt', 'offerHours', 'version'] as const),
];
const stepFields = ['day', 'time', 'title', 'place', 'host'] as const;
/** What no form sends; typed text is given back whole up to here. */
const longest = 10_000;
const mostSteps = 100;
/** Friday to Monday. */
export const dayNumbers = ['1', '2', '3', '4'];

const clock = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});
/** What clocks there show at a moment, as fields for a date and a time want it: 2027-03-27T09:30. */
export const clockOf = (moment: string): string => clock.format(new Date(moment)).replace(' ', 'T');

const textOf = (value: FormDataEntryValue | null | undefined): string =>
  String(value ?? '')
    .replace(/\r\n/g, '\n')
    .trim()
    .slice(0, longest);

export const blankStep = (): StepValues => ({ day: '1', time: '', title: '', place: '', host: '' });
const isBlank = ({ time, title, place, host }: StepValues) => !time && !title && !place && !host;

/** Reads a form; steps of which nothing was filled in are none. */
export function readSession(form: FormData): SessionValues {
  const columns = stepFields.map((name) => form.getAll(`programme.${name}`).slice(0, mostSteps).map(textOf));
  const [days = []] = columns;
  const steps = days.map(
    (_day, row) =>
      Object.fromEntries(stepFields.map((name, at) => [name, columns[at]?.[row] ?? ''])) as StepValues,
  );
  return {
    ...(Object.fromEntries(fields.map((field) => [field, textOf(form.get(field))])) as TextValues),
    programme: steps.filter((step) => !isBlank(step)),
  };
}

export const emptySession = (): SessionValues => ({
  ...(Object.fromEntries(fields.map((field) => [field, ''])) as TextValues),
  format: 'DAY',
  capacity: '20',
  offerHours: '48',
  programme: [blankStep(), blankStep(), blankStep()],
});

export function valuesOf({ session, version, offerHours }: SessionPlanFragment): SessionValues {
  return {
    title: session.title,
    format: session.format,
    summary: session.summary ?? '',
    startsAt: clockOf(session.startsAt),
    endsAt: clockOf(session.endsAt),
    capacity: String(session.capacity),
    hostCommuneCode: session.hostCommune?.code ?? '',
    partnerName: session.partner?.name ?? '',
    meetingPlace: session.meetingPlace ?? '',
    lodging: session.lodging ?? '',
    meals: session.meals ?? '',
    childcare: session.childcare ?? '',
    carSharing: session.carSharing ?? '',
    registrationClosesAt: session.registrationClosesAt ? clockOf(session.registrationClosesAt) : '',
    offerHours: String(offerHours),
    version,
    programme: session.programme.map((item) => ({
      day: String(1 + daysBetween(session.startsAt, item.startsAt)),
      time: clockOf(item.startsAt).slice(11),
      title: item.title,
      place: item.place ?? '',
      host: item.host ?? '',
    })),
  };
}

const midnight = (clockTime: string) => Date.parse(`${clockTime.slice(0, 10)}T00:00Z`);
const daysBetween = (from: string, to: string) =>
  Math.round((midnight(clockOf(to)) - midnight(clockOf(from))) / 86_400_000);

/** The clock time of a step, on its day of the session. */
function stepClock({ day, time }: StepValues, startsAt: string): string {
  const first = midnight(startsAt);
  if (Number.isNaN(first) || !dayNumbers.includes(day)) return time;
  return `${new Date(first + (Number(day) - 1) * 86_400_000).toISOString().slice(0, 10)}T${time}`;
}

const whole = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : 0);

/** What the API takes. */
export const inputOf = (values: SessionValues, id: string | null, tell: boolean): SaveSessionInput => ({
  ...(id && { id, version: values.version.slice(0, 100), tell }),
  title: values.title,
  format: values.format === 'WEEKEND' ? 'WEEKEND' : 'DAY',
  summary: values.summary,
  startsAt: values.startsAt.slice(0, 40),
  endsAt: values.endsAt.slice(0, 40),
  capacity: whole(values.capacity),
  hostCommuneCode: /^\d[0-9AB]\d{3}$/.test(values.hostCommuneCode) ? values.hostCommuneCode : null,
  partnerName: values.partnerName,
  meetingPlace: values.meetingPlace,
  lodging: values.lodging,
  meals: values.meals,
  childcare: values.childcare,
  carSharing: values.carSharing,
  registrationClosesAt: values.registrationClosesAt.slice(0, 40) || null,
  offerHours: whole(values.offerHours),
  programme: values.programme.map((step) => ({
    startsAt: stepClock(step, values.startsAt).slice(0, 40),
    title: step.title,
    place: step.place,
    host: step.host,
  })),
});

/** Problems by the name of their input. */
export const problemsOf = (problems: readonly { field: string; message: string }[]): Problems =>
  Object.fromEntries(problems.map(({ field, message }) => [field, message]));
