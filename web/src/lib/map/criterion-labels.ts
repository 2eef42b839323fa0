import { formatNumber } from '#lib/format/figures.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Criterion } from './criteria.ts';
import { speedLabel } from './labels.ts';
import { premisesLabel, serviceWord } from './service-labels.ts';
import type { ServiceKey } from './services.ts';
import type { MapState, PopulationRange } from './state.ts';

/** A distance as a criterion says it. */
export const withinLabel = (km: number): string =>
  km === 0 ? m.asked_here() : m.asked_within({ km: formatNumber(km) });

/** A range of inhabitants in words. */
export function rangeLabel({ minimum, maximum }: PopulationRange): string {
  if (minimum === null) {
    return m.asked_below({ high: formatNumber((maximum ?? 0) + 1) });
  }
  return maximum === null
    ? m.asked_from({ low: formatNumber(minimum) })
    : m.asked_between({ low: formatNumber(minimum), high: formatNumber(maximum) });
}

/** One criterion of a view in words. */
export function criterionLabel(
  key: Criterion['key'],
  state: MapState,
  intercommunalities: readonly { siren: string; name: string }[] = [],
): string {
  switch (key) {
    case 'q':
      return m.asked_text({ text: state.q });
    case 'population':
      return rangeLabel(state.population);
    case 'epci':
      return (
        intercommunalities.find(({ siren }) => siren === state.epci)?.name ?? m.filter_intercommunality()
      );
    case 'debit':
      return speedLabel(state.speed);
    case 'fibre':
      return m.asked_fibre({ share: state.fibre ?? 0 });
    case 'gare':
      return m.asked_station({ within: withinLabel(state.station ?? 0) });
    case 'locaux':
      return state.premises ? premisesLabel(state.premises) : '';
    default:
      return serviceWord(key.slice('service-'.length) as ServiceKey);
  }
}

/** The field of the form that changes a criterion. */
export const fieldOf = (key: Criterion['key']): string =>
  ({
    q: 'q',
    population: 'pop',
    epci: 'epci',
    debit: 'debit',
    fibre: 'fibre',
    gare: 'gare',
    locaux: 'locaux',
  })[key as Exclude<Criterion['key'], `service-${ServiceKey}`>] ?? 'services';
