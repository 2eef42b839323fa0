import type {
  InstallationHorizon,
  StepAnchor,
  StepOwner,
  StepPhase,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { anchors, owners, phases } from '#lib/protocol/protocol-words.ts';
import type { Step } from './edit-protocol.ts';

export const horizons: InstallationHorizon[] = ['SHORT_TERM', 'MEDIUM_TERM', 'LONG_TERM'];
/** Longer than any field may be: what is refused is still given back, without letting anybody fill the memory. */
const longest = 20_000;
export const limits = { title: 120, description: 2000, publicWords: 600, introduction: 1000 };

/** What the form of a step holds, as it was typed. */
export type StepValues = {
  title: string;
  description: string;
  publicWords: string;
  phase: StepPhase;
  owner: StepOwner;
  actorId: string;
  anchor: StepAnchor;
  after: string[];
  delay: string;
  childFrom: string;
  childUpTo: string;
  needsPremises: boolean;
  needsHousing: boolean;
  horizons: InstallationHorizon[];
  fromHousehold: string;
  fromTerritory: string;
};

export const blankStep = (phase: StepPhase): StepValues => ({
  ...{ title: '', description: '', publicWords: '', phase, owner: 'AGENT', actorId: '' },
  ...{ anchor: 'START', after: [], delay: '5', childFrom: '', childUpTo: '' },
  ...{ needsPremises: false, needsHousing: false, horizons: [], fromHousehold: '', fromTerritory: '' },
});

export const valuesOf = ({ documents, condition, actorId, ...step }: Step): StepValues => ({
  ...step,
  actorId: actorId ?? '',
  delay: String(step.delay),
  childFrom: String(condition.childFrom ?? ''),
  childUpTo: String(condition.childUpTo ?? ''),
  needsPremises: condition.needsPremises ?? false,
  needsHousing: condition.needsHousing ?? false,
  horizons: condition.horizons ?? [],
  fromHousehold: papersOf(documents, 'HOUSEHOLD'),
  fromTerritory: papersOf(documents, 'TERRITORY'),
});

const papersOf = (documents: Step['documents'], from: 'HOUSEHOLD' | 'TERRITORY') =>
  documents
    .filter((paper) => paper.from === from)
    .map(({ title }) => title)
    .join('\n');

/** Reads a form as it was sent; what is offered as a choice is one of it. */
export function readStep(form: FormData): StepValues {
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .replace(/\r\n/g, '\n')
      .trim()
      .slice(0, longest);
  const one = <Value extends string>(name: string, known: readonly Value[]): Value =>
    known.find((value) => value === text(name)) ?? known[0]!;
  const chosen = new Set(form.getAll('horizons'));
  return {
    ...{ title: text('title'), description: text('description'), publicWords: text('publicWords') },
    ...{ phase: one('phase', phases), owner: one('owner', owners), anchor: one('anchor', anchors) },
    actorId: /^[0-9a-f-]{36}$/.test(text('actorId')) ? text('actorId') : '',
    after: form.getAll('after').slice(0, 60).map(String),
    ...{ delay: text('delay'), childFrom: text('childFrom'), childUpTo: text('childUpTo') },
    needsPremises: form.has('needsPremises'),
    needsHousing: form.has('needsHousing'),
    horizons: horizons.filter((horizon) => chosen.has(horizon)),
    ...{ fromHousehold: text('fromHousehold'), fromTerritory: text('fromTerritory') },
  };
}

/** The step that was typed, or what of it could not be read. Papers that were there keep their keys. */
export function stepOf(
  values: StepValues,
  before: Pick<Step, 'documents'> | undefined,
  actorName: string | null,
): { step: Omit<Step, 'key'>; problems: Partial<Record<keyof StepValues | 'condition', string>> } {
  const delay = whole(values.delay);
  const [childFrom, childUpTo] = [whole(values.childFrom), whole(values.childUpTo)];
  const papers = (typed: string, from: 'HOUSEHOLD' | 'TERRITORY') =>
    linesOf(typed).map((title) => {
      const known = before?.documents.find((paper) => paper.title === title && paper.from === from);
      return { key: known?.key ?? null, title, from };
    });
  const { title, description, publicWords, phase, owner, anchor, after } = values;
  return {
    step: {
      ...{ title, description, publicWords, phase, owner, anchor, after },
      delay: delay ?? 0,
      actorId: values.actorId || null,
      actorName,
      // A new paper gets its key from the API.
      documents: [
        ...papers(values.fromHousehold, 'HOUSEHOLD'),
        ...papers(values.fromTerritory, 'TERRITORY'),
      ] as Step['documents'],
      condition: {
        childFrom: childFrom ?? null,
        childUpTo: childUpTo ?? null,
        needsPremises: values.needsPremises,
        needsHousing: values.needsHousing,
        horizons: values.horizons,
      },
    },
    problems: {
      ...(typeof delay !== 'number' && { delay: m.protocol_step_delay_problem() }),
      ...((childFrom === undefined || childUpTo === undefined) && {
        condition: m.protocol_step_delay_problem(),
      }),
    },
  };
}

const linesOf = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A whole number; null where nothing was typed, undefined for what is none. */
function whole(typed: string): number | null | undefined {
  const text = typed.replace('−', '-');
  if (text === '') {
    return null;
  }
  return /^-?\d{1,4}$/.test(text) ? Number(text) : undefined;
}
