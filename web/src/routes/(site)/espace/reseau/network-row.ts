import { formatDay } from '#lib/format/dates.ts';
import type {
  CommitmentState,
  MobilisationQuery,
  NetworkRowFragment,
} from '#lib/graphql/generated/graphql.ts';
import { commitmentLabel, scaleLabel, stepLabel } from '#lib/network/network-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

type Entry = MobilisationQuery['networkMobilisation'][number];

const days = (value: number) =>
  new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 1 }).format(value);

/** « 2 jours ouvrés »; unknown is said, never zero. */
export const medianWords = ({ responsiveness }: NetworkRowFragment): string =>
  responsiveness.medianWorkingDays === null
    ? m.network_response_unknown()
    : m.network_median({
        count: responsiveness.medianWorkingDays,
        days: days(responsiveness.medianWorkingDays),
      });

/** « 3 sur 4 dans le délai promis », or null where nothing was promised. */
export const keptWords = ({ responsiveness: { kept, promised } }: NetworkRowFragment): string | null =>
  promised > 0 ? m.network_kept({ kept, promised }) : null;

/** The steps at which an actor offers something, each once. */
export const stepsOf = ({ actor }: NetworkRowFragment): string[] => [
  ...new Set(actor.offers.map(({ step }) => stepLabel(step))),
];

/** « jusqu’au 1 juin 2027 », or since when it has ended. */
export const commitmentEnd = (state: CommitmentState, until: string): string =>
  state === 'EXPIRED'
    ? m.network_ended({ date: formatDay(until) })
    : m.network_until({ date: formatDay(until) });

/** Why somebody stands at their place of the list, in the order that decides it. */
export function reasonsOf({ record, sameCommune }: Entry): string[] {
  const { actor, responsiveness, commitmentState, committedUntil, lastAskedAt } = record;
  const commitment = commitmentLabel(commitmentState);
  return [
    committedUntil && commitmentState !== 'NONE'
      ? `${commitment} ${commitmentEnd(commitmentState, committedUntil)}`
      : commitment,
    sameCommune && actor.commune
      ? `${scaleLabel(actor.scale)}, ${m.network_why_same_commune({ commune: actor.commune.name })}`
      : scaleLabel(actor.scale),
    responsiveness.medianWorkingDays === null
      ? m.network_why_unknown()
      : m.network_why_fast({ days: days(responsiveness.medianWorkingDays) }),
    lastAskedAt ? m.network_why_last({ date: formatDay(lastAskedAt) }) : m.network_why_never(),
  ];
}
