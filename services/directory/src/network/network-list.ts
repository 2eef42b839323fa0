import { nameKey } from '@ancrage/subgraph/slug';
import type { NetworkFilter } from './network.input.js';
import { toCall } from './network-order.js';
import type { MobilisationEntry, NetworkCoverage, NetworkRecord } from './network-record.js';
import { NetworkScale, NetworkState, WelcomeStep } from './network-vocabulary.js';

/** The records that a filter leaves. Without states, those that are archived are left out. */
export function filtered(records: readonly NetworkRecord[], filter: NetworkFilter = {}): NetworkRecord[] {
  const words = nameKey(filter.search?.trim() ?? '');
  const states = filter.states?.length ? filter.states : [NetworkState.HIDDEN, NetworkState.PUBLISHED];
  return records.filter(
    (record) =>
      states.includes(record.state) &&
      accepts(filter.scales, record.actor.scale) &&
      accepts(filter.commitments, record.commitmentState) &&
      (!filter.kind || record.actor.kind === filter.kind) &&
      (!filter.steps?.length || record.actor.offers.some(({ step }) => accepts(filter.steps, step))) &&
      (!filter.commune || record.actor.communeCode === filter.commune) &&
      (!filter.waiting || record.exchanges.some(({ answeredAt }) => answeredAt === null)) &&
      nameKey(searched(record)).includes(words),
  );
}

const accepts = <Value>(values: readonly Value[] | null | undefined, value: Value) =>
  !values?.length || values.includes(value);

const searched = ({ actor, contacts }: NetworkRecord) =>
  [
    actor.name,
    actor.description,
    ...actor.offers.map(({ what }) => what),
    ...contacts.map(({ name }) => name),
  ].join(' ');

/** How many actors stand at each step, by scale: zeros too, for they are what the table is read for. */
export function coverage(records: readonly NetworkRecord[]): NetworkCoverage[] {
  const standing = filtered(records);
  return Object.values(WelcomeStep).flatMap((step) =>
    Object.values(NetworkScale).map((scale) => ({
      step,
      scale,
      actors: standing.filter(({ actor }) => actor.scale === scale && offersAt(actor, step).length > 0)
        .length,
    })),
  );
}

/** Whom to call at a step, in that order. */
export function mobilised(
  records: readonly NetworkRecord[],
  step: WelcomeStep,
  commune: string | null,
): MobilisationEntry[] {
  return filtered(records, { steps: [step] })
    .map((record) => ({
      record,
      offers: offersAt(record.actor, step),
      sameCommune: commune !== null && record.actor.communeCode === commune,
      lastExchange: record.exchanges.find((exchange) => exchange.step === step) ?? null,
    }))
    .sort(toCall);
}

const offersAt = ({ offers }: NetworkRecord['actor'], step: WelcomeStep) =>
  offers.filter((offer) => offer.step === step);
