import type { ProtocolDaysQueryVariables } from '#lib/graphql/generated/graphql.ts';
import { exampleOf } from '../example.ts';

/** A household that need not exist, as its form was filled in. */
export type Invented = {
  start: string;
  arrival: string;
  children: string;
  premises: boolean;
  housing: boolean;
};

const isDay = (text: string) => /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** What the address says; nothing at all is the example. `wrong` when it could not be read. */
export function readInvented(
  id: string,
  search: URLSearchParams,
): {
  asked: Invented;
  variables: ProtocolDaysQueryVariables;
  wrong: boolean;
} {
  const example = exampleOf(id);
  const fallback: Invented = {
    start: String(example.startsOn),
    arrival: String(example.arrivesOn),
    children: example.household.childrenBirthYears.join(', '),
    premises: true,
    housing: true,
  };
  if (!search.has('debut')) {
    return { asked: fallback, variables: example, wrong: false };
  }
  const text = (name: string) => (search.get(name) ?? '').trim().slice(0, 200);
  const asked: Invented = {
    start: text('debut'),
    arrival: text('arrivee'),
    children: text('enfants'),
    premises: search.has('bureau'),
    housing: search.has('logement'),
  };
  const years = asked.children.split(/[\s,;]+/).filter(Boolean);
  const readable =
    isDay(asked.start) &&
    (asked.arrival === '' || isDay(asked.arrival)) &&
    years.length <= 15 &&
    years.every((year) => /^(199\d|20\d\d)$/.test(year));
  if (!readable) {
    return { asked, variables: example, wrong: true };
  }
  return {
    asked,
    variables: {
      id,
      startsOn: asked.start,
      arrivesOn: asked.arrival || null,
      household: {
        childrenBirthYears: years.map(Number),
        needsPremises: asked.premises,
        needsHousing: asked.housing,
      },
    },
    wrong: false,
  };
}
