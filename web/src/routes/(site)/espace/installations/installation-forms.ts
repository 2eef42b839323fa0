import type { AbandonReason, EvidenceKind, InstallationHorizon } from '#lib/graphql/generated/graphql.ts';
import { abandonWords, evidenceWords } from '#lib/installations/installation-words.ts';
import { horizonWords } from '#lib/prospects/prospect-words.ts';
import { yearsOf } from './case-facts.ts';

/** Reads a text of a form. */
export type Text = (name: string) => string;

/** A day as a form has it; nothing for none, and for what is none a year that the API refuses in words. */
const dayOf = (text: string): string | null =>
  text === '' ? null : /^\d{4}-\d{2}-\d{2}$/.test(text) && Date.parse(text) ? text : '0001-01-01';

/** A number as people write it; what is none is refused in words. */
const numberOf = (text: string): number | null =>
  text === '' ? null : /^\d{1,3}$/.test(text) ? Number(text) : -1;

const one = <Value extends string>(words: Record<Value, unknown>, text: string): Value | null =>
  Object.hasOwn(words, text) ? (text as Value) : null;

const people = (text: Text) => ({
  adults: numberOf(text('adults')),
  childrenBirthYears: text('withChildren') ? yearsOf(text('childrenBirthYears')) : null,
});

/** How a settling is planned, as the API takes it. */
export const planInput = (text: Text, nameOf: (id: string) => string | null) => ({
  horizon: one<InstallationHorizon>(horizonWords, text('horizon')) ?? ('MEDIUM_TERM' as const),
  expectedOn: dayOf(text('expectedOn')),
  communeCode: text('communeCode') || null,
  leadId: text('leadId') || null,
  leadName: nameOf(text('leadId')),
  note: text('note') || null,
  ...people(text),
});

/** A settling that took place, as the API takes it. */
export const effectiveInput = (text: Text) => ({
  effectiveOn: dayOf(text('effectiveOn')),
  communeCode: text('communeCode') || null,
  evidence: one<EvidenceKind>(evidenceWords, text('evidence')),
  declaredBy: text('declaredBy') || null,
  evidenceNote: text('evidenceNote') || null,
  evidenceFileId: text('evidenceFileId') || null,
  jobs: numberOf(text('jobs')),
  ...people(text),
});

export const abandonInput = (text: Text) => ({
  reason: one<AbandonReason>(abandonWords, text('reason')),
  note: text('note') || null,
  abandonedOn: dayOf(text('abandonedOn')),
});

export const followUpInput = (text: Text) => ({
  stillHere: text('stillHere') === '' ? null : text('stillHere') === 'yes',
  jobs: numberOf(text('jobs')),
  rating: numberOf(text('rating')),
  words: text('words') || null,
  correcting: text('correcting') === 'yes',
});

/**
 * Who is to carry a step: one choice holds the kind and who, `AGENT:<account>`, `NETWORK_ACTOR:<id>`, `HOUSEHOLD`.
 */
export function carrierInput(text: Text, nameOf: (id: string) => string | null) {
  const [owner = '', ...rest] = text('carrier').split(':');
  const id = rest.join(':') || null;
  const actor = owner === 'NETWORK_ACTOR';
  return {
    owner,
    assigneeId: actor ? null : id,
    assigneeName: actor || !id ? null : nameOf(id),
    actorId: actor ? id : null,
    actorName: actor && id ? nameOf(id) : null,
    dueOn: dayOf(text('dueOn')),
  };
}
