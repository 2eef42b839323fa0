import { cleanLine, cleanText } from '@ancrage/input/clean-text';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { adultsOf, birthYears, bounded } from '../prospect/prospect-facts.js';
import type { EvidenceKind } from './evidence-kind.js';
import type { EffectiveInput, InstallationPlanInput } from './installation.input.js';
import type { InstallationHorizon } from './installation-status.js';

/** Who settles, as far as it is known. */
export interface People {
  adults: number;
  childrenBirthYears: number[];
}

export interface PlanFacts extends People {
  horizon: InstallationHorizon;
  expectedOn: string | null;
  communeCode: string | null;
  leadId: string | null;
  leadName: string | null;
}

export interface EffectiveFacts extends People {
  effectiveOn: string;
  communeCode: string;
  evidence: EvidenceKind;
  declaredBy: string;
  evidenceNote: string | null;
  evidenceFileId: string | null;
  jobs: number | null;
}

const COMMUNE = /^(\d{2}|2[AB])\d{3}$/;
const EARLIEST = '2000-01-01';
const LATEST = '2100-01-01';

/** Cleans how a settling is planned; what is wrong with it is in `problems`. */
export const planFacts = (input: InstallationPlanInput, known: People, problems: Problems): PlanFacts => ({
  horizon: input.horizon,
  expectedOn: dayWithin('expectedOn', input.expectedOn, LATEST, problems),
  communeCode: communeOf(input.communeCode, problems),
  leadId: input.leadId || null,
  leadName: input.leadId ? bounded('leadName', cleanLine(input.leadName ?? ''), 120, problems) : null,
  ...peopleOf(input, known, problems),
});

/** Cleans a settling that took place. Without a day, a commune, evidence and who vouches for it there is none. */
export function effectiveFacts(input: EffectiveInput, known: People, problems: Problems): EffectiveFacts {
  const effectiveOn = pastDay('effectiveOn', input.effectiveOn, problems);
  const communeCode = communeOf(input.communeCode, problems);
  if (!input.effectiveOn) needed('effectiveOn', problems);
  if (!input.communeCode) needed('communeCode', problems);
  if (!input.evidence) problems.add('evidence', 'Dites ce qui le montre.', 'Say what shows it.');
  const jobs = input.jobs ?? null;
  if (jobs !== null && (jobs < 0 || jobs > 100))
    problems.add('jobs', 'De 0 à 100 emplois.', '0 to 100 jobs.');
  return {
    effectiveOn: effectiveOn ?? '',
    communeCode: communeCode ?? '',
    evidence: input.evidence as EvidenceKind,
    declaredBy: problems.text('declaredBy', cleanLine(input.declaredBy ?? ''), 120),
    evidenceNote: bounded('evidenceNote', cleanText(input.evidenceNote ?? ''), 1000, problems),
    evidenceFileId: input.evidenceFileId || null,
    jobs,
    ...peopleOf(input, known, problems),
  };
}

/** A day that has come; null for none. */
export function pastDay(field: string, date: Date | null | undefined, problems: Problems): string | null {
  const today = reportingDate();
  const day = dayOf(date);
  if (day && day > today) {
    problems.add(field, 'Ce jour n’est pas encore venu.', 'This day has not come yet.');
    return null;
  }
  return dayWithin(field, date, today, problems);
}

/** A word for the timeline; null for none. */
export const noteOf = (note: string | null | undefined, problems: Problems): string | null =>
  bounded('note', cleanText(note ?? ''), 1000, problems);

function dayWithin(
  field: string,
  date: Date | null | undefined,
  latest: string,
  problems: Problems,
): string | null {
  const day = dayOf(date);
  if (!day) return null;
  if (day < EARLIEST || day > latest) {
    problems.add(field, 'Vérifiez l’année de cette date.', 'Check the year of this day.');
    return null;
  }
  return day;
}

/** A day of the API as the database has it. */
export const dayOf = (date: Date | null | undefined): string | null =>
  date?.toISOString().slice(0, 10) ?? null;

function communeOf(typed: string | null | undefined, problems: Problems): string | null {
  const code = cleanLine(typed ?? '');
  if (code !== '' && !COMMUNE.test(code))
    problems.add('communeCode', 'Choisissez une commune de la liste.', 'Choose a commune of the list.');
  return code || null;
}

const peopleOf = (
  { adults, childrenBirthYears }: Partial<{ [Key in keyof People]: People[Key] | null }>,
  known: People,
  problems: Problems,
): People => ({
  adults: adultsOf(adults ?? known.adults, problems),
  childrenBirthYears: childrenBirthYears
    ? birthYears(childrenBirthYears, problems)
    : known.childrenBirthYears,
});

const needed = (field: string, problems: Problems) =>
  problems.add(field, 'Ce champ est à remplir.', 'This has to be filled in.');
