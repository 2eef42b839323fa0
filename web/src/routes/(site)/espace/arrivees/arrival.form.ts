import type {
  ArrivalCardFragment,
  ArrivalInput,
  ArrivalOutcomeFragment,
  ArrivalRowFragment,
} from '#lib/graphql/generated/graphql.ts';
import { problemsBy } from '#lib/ui/problems.ts';

/** Everything the form holds, as text, so that a refused save gives back exactly what was typed. */
export type ArrivalValues = Record<(typeof fields)[number], string>;
/** One problem per field, by the name of its input. */
export type Problems = Partial<Record<string, string>>;

const fields = ['soloId', 'title', 'summary', 'body', 'communeCode', 'arrivedOn'] as const;
/** What no form sends; typed text is given back whole up to here. */
const longest = 40_000;

export const readArrival = (form: FormData): ArrivalValues =>
  Object.fromEntries(
    fields.map((field) => [
      field,
      String(form.get(field) ?? '')
        .replace(/\r\n/g, '\n')
        .trim()
        .slice(0, longest),
    ]),
  ) as ArrivalValues;

export const emptyArrival = (): ArrivalValues => ({
  soloId: '',
  title: '',
  summary: '',
  body: '',
  communeCode: '',
  arrivedOn: '',
});

export const valuesOf = ({ arrival, subject }: ArrivalRowFragment): ArrivalValues => ({
  soloId: subject.soloId,
  title: arrival.title,
  summary: arrival.summary,
  body: arrival.paragraphs.join('\n\n'),
  communeCode: arrival.commune?.code ?? '',
  arrivedOn: arrival.arrivedOn ?? '',
});

/** What the API takes. */
export const inputOf = (values: ArrivalValues): ArrivalInput => ({
  // A solo of nobody: refused by name, like any that does not exist.
  soloId: /^[0-9a-f-]{36}$/.test(values.soloId) ? values.soloId : '00000000-0000-4000-8000-000000000000',
  title: values.title.slice(0, 1000),
  summary: values.summary.slice(0, 2000),
  body: values.body,
  communeCode: /^[0-9AB]{5}$/.test(values.communeCode) ? values.communeCode : null,
  arrivedOn: /^\d{4}-\d\d-\d\d$/.test(values.arrivedOn) ? values.arrivedOn : null,
});

/** What the API said of a change, by field; null when it was made. */
export const problemsOf = (outcome: ArrivalOutcomeFragment): Problems | null =>
  outcome.__typename === 'ArrivalSaved' ? null : problemsBy(outcome.problems);

/** The card as the public would see it, from what is typed so far. */
export const previewOf = (
  values: ArrivalValues,
  communes: readonly { code: string; name: string }[],
  known: { untitled: string; publishedAt: string | null; demonstration: boolean },
): ArrivalCardFragment => {
  const commune = communes.find(({ code }) => code === values.communeCode);
  return {
    id: 'apercu',
    slug: 'apercu',
    title: values.title || known.untitled,
    summary: values.summary,
    publishedAt: known.publishedAt,
    demonstration: known.demonstration,
    commune: commune ? { ...commune, slug: '' } : null,
  };
};
