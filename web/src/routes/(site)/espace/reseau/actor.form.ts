import type {
  NetworkActorInput,
  NetworkOutcomeFragment,
  OneNetworkRecordQuery,
} from '#lib/graphql/generated/graphql.ts';
import { kinds, scales } from '#lib/network/network-words.ts';
import { problemsBy } from '#lib/ui/problems.ts';

/** Everything the form holds, as text, so that a refused save gives back exactly what was typed. */
export type ActorValues = Record<(typeof fields)[number], string>;
/** One problem per field, by the name of its input. */
export type Problems = Partial<Record<string, string>>;

const fields = [
  'kind',
  'name',
  'scale',
  'description',
  'website',
  'communeCode',
  'commitment',
  'committedOn',
  'committedUntil',
] as const;

/** Longer than any field may be: what is refused is still given back, without letting anybody fill the memory. */
const longest = 20_000;

/** A text as it was typed. */
export const typed = (form: FormData, name: string): string =>
  String(form.get(name) ?? '')
    .replace(/\r\n/g, '\n')
    .trim()
    .slice(0, longest);

export const readActor = (form: FormData): ActorValues =>
  Object.fromEntries(fields.map((field) => [field, typed(form, field)])) as ActorValues;

export const emptyActor = (): ActorValues => ({
  ...(Object.fromEntries(fields.map((field) => [field, ''])) as ActorValues),
  kind: 'ORGANISATION',
  scale: 'LOCAL',
});

export const valuesOf = (record: NonNullable<OneNetworkRecordQuery['networkRecord']>): ActorValues => ({
  kind: record.actor.kind,
  name: record.actor.name,
  scale: record.actor.scale,
  description: record.actor.description ?? '',
  website: record.actor.website ?? '',
  communeCode: record.actor.commune?.code ?? '',
  commitment: record.commitment ?? '',
  committedOn: record.committedOn ?? '',
  committedUntil: record.committedUntil ?? '',
});

/** A day as a date field gives it, or nothing. */
export const dayOf = (text: string): string | null =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;

/** What the API takes. */
export const inputOf = (values: ActorValues): NetworkActorInput => ({
  kind: kinds.find((kind) => kind === values.kind) ?? 'ORGANISATION',
  name: values.name.slice(0, 1000),
  scale: scales.find((scale) => scale === values.scale) ?? 'LOCAL',
  description: values.description.slice(0, 5000) || null,
  website: values.website.slice(0, 2000) || null,
  communeCode: /^[0-9AB]{5}$/.test(values.communeCode) ? values.communeCode : null,
  commitment: values.commitment.slice(0, 5000) || null,
  committedOn: dayOf(values.committedOn),
  committedUntil: dayOf(values.committedUntil),
});

/** What the API said of a change, by field; null when it was made. */
export const problemsOf = (outcome: NetworkOutcomeFragment): Problems | null =>
  outcome.__typename === 'NetworkSaved' ? null : problemsBy(outcome.problems);
