import { cleanLine, cleanText } from '@ancrage/input/clean-text';
import { emailAddress, phoneNumber } from '@ancrage/input/contact-keys';
import type { InstallationHorizon } from '../installation/installation-status.js';
import type { Channel } from '../promotion/channel.js';
import { ProspectStage } from '../prospect/prospect-stage.js';
import { keptUntil } from '../retention/retention-clock.js';
import type { ProspectField } from './prospect-field.js';
import { agreementOf, channelOf, childrenOf, dayOf, horizonOf, stageOf } from './read-words.js';

/** A household as a row of a list tells of it. */
export interface HouseholdRow {
  name: string;
  email: string | null;
  phone: string | null;
  adults: number;
  childrenBirthYears: number[];
  project: string | null;
  activity: string | null;
  livesIn: string | null;
  horizon: InstallationHorizon | null;
  channel: Channel | null;
  /** How they heard, in the words of the list. */
  heard: string | null;
  firstContact: Date | null;
  lastContact: Date | null;
  stage: ProspectStage;
  /** Null: the list has no column for it. */
  agreed: boolean | null;
  notes: string | null;
}

/** What is wrong with a row: the field, in French and in English. */
export type RowProblem = readonly [field: ProspectField, fr: string, en: string];

/** Reads a row; `has` says which fields the list has a column for. */
export function householdRow(
  cell: (field: ProspectField) => string,
  has: (field: ProspectField) => boolean,
  now: Date,
): { household: HouseholdRow; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const wrong = (field: ProspectField, fr: string, en: string): null => {
    problems.push([field, fr, en]);
    return null;
  };
  /** A cell that is filled in and understood; what is not understood is a problem, what is blank is not. */
  const read = <Value>(
    field: ProspectField,
    reader: (text: string) => Value | null | undefined,
    fr: string,
    en: string,
  ): Value | null => {
    const text = cleanLine(cell(field));
    if (text === '') return null;
    return reader(text) ?? wrong(field, `« ${text.slice(0, 60)} » ${fr}`, `« ${text.slice(0, 60)} » ${en}`);
  };
  const name = cleanLine(cell('name')).slice(0, 200);
  if (name === '') wrong('name', 'manque.', 'is missing.');
  const email = read('email', emailAddress, 'n’est pas une adresse.', 'is no address.');
  const phone = read('phone', phoneNumber, 'n’est pas un numéro.', 'is no number.');
  if (email === null && phone === null && problems.length === 0)
    wrong(
      'email',
      'ni courriel ni téléphone : personne ne pourrait leur répondre.',
      'neither e-mail nor telephone: nobody could answer them.',
    );
  const firstContact = read(
    'firstContact',
    dayOf,
    'n’est pas une date (14/03/2026).',
    'is no date (2026-03-14).',
  );
  const lastContact = read(
    'lastContact',
    dayOf,
    'n’est pas une date (14/03/2026).',
    'is no date (2026-03-14).',
  );
  for (const [field, day] of [
    ['firstContact', firstContact],
    ['lastContact', lastContact],
  ] as const)
    if (day && day > now) wrong(field, 'est dans l’avenir.', 'is in the future.');
  const latest =
    lastContact && firstContact && lastContact < firstContact ? firstContact : (lastContact ?? firstContact);
  if (latest && keptUntil(latest) <= now)
    wrong(
      lastContact ? 'lastContact' : 'firstContact',
      'remonte à plus de trois ans : leurs données ne peuvent plus être gardées.',
      'is more than three years ago: their data may be kept no longer.',
    );
  const agreed = has('consent')
    ? read('consent', agreementOf, 'ne dit ni oui ni non.', 'says neither yes nor no.')
    : null;
  if (agreed === false) wrong('consent', 'ils n’ont pas accepté.', 'they did not agree.');
  const stage =
    read('stage', stageOf, 'n’est pas une étape connue.', 'is no known stage.') ?? ProspectStage.NEW;
  if (stage === ProspectStage.INSTALLED)
    wrong(
      'stage',
      'une installation se déclare avec sa date, sa commune et qui l’atteste.',
      'an installation is declared with its date, its commune and who vouches for it.',
    );
  const heard = cleanLine(cell('channel')).slice(0, 300) || null;
  return {
    household: {
      name,
      email,
      phone,
      adults:
        read(
          'adults',
          adultsOf,
          'n’est pas un nombre d’adultes, de 1 à 10.',
          'is no number of adults, 1 to 10.',
        ) ?? 1,
      childrenBirthYears: childrenIn(cleanLine(cell('children')), firstContact ?? now, wrong),
      project: cleanText(cell('project')).slice(0, 2000) || null,
      activity: cleanLine(cell('activity')).slice(0, 200) || null,
      livesIn: cleanLine(cell('livesIn')).slice(0, 200) || null,
      horizon: read(
        'horizon',
        horizonOf,
        'n’est pas un horizon : court, moyen ou long terme.',
        'is no horizon: short, medium or long term.',
      ),
      channel: (heard && channelOf(heard)) || null,
      heard,
      firstContact,
      lastContact,
      stage,
      agreed,
      notes: cleanText(cell('notes')).slice(0, 4000) || null,
    },
    problems,
  };
}

function childrenIn(
  text: string,
  on: Date,
  wrong: (field: ProspectField, fr: string, en: string) => null,
): number[] {
  const children = childrenOf(text, on);
  if ('years' in children) return children.years;
  if (children.problem === 'MANY') wrong('children', 'au plus dix.', 'ten at most.');
  else
    wrong(
      'children',
      `« ${text.slice(0, 60)} » : donnez des années de naissance (2015, 2018) ou des âges (3 ans, 8 mois).`,
      `« ${text.slice(0, 60)} »: give years of birth (2015, 2018) or ages (3 years, 8 months).`,
    );
  return [];
}

/** Two, or 2 adults. */
function adultsOf(text: string): number | null {
  const number = Number(/^\d{1,2}\b/.exec(text)?.[0] ?? Number.NaN);
  return number >= 1 && number <= 10 ? number : null;
}
