import { placeOf, type ServiceKey } from './services.ts';
import type { MapCommune } from './vocabulary.ts';

/** Unknown is not no. */
export type Answer = 'yes' | 'no' | 'unknown';

/** Kilometres from a commune to the nearest known place of a service; 0 on the spot, null when none is known. */
export const kilometresTo = (commune: MapCommune, service: ServiceKey): number | null =>
  commune.kilometres[placeOf(service)] ?? null;

/** Kilometres to the nearest commune where some may be unheard of: nearer than that, none known means none. */
const kilometresToGap = (commune: MapCommune, service: ServiceKey): number =>
  commune.gaps[placeOf(service)] ?? Number.POSITIVE_INFINITY;

/** Whether every place of the service is known, all over the territory. */
export const isListed = (commune: MapCommune, service: ServiceKey): boolean =>
  commune.gaps[placeOf(service)] === null;

/** Whether a service is within a distance, as the crow flies; 0 asks for it in the commune itself. */
export function isWithin(commune: MapCommune, service: ServiceKey, kilometres: number): Answer {
  const known = kilometresTo(commune, service);
  if (known !== null && known <= kilometres) {
    return 'yes';
  }
  const measured = known !== null || commune.centre !== null;
  return measured && kilometresToGap(commune, service) > kilometres ? 'no' : 'unknown';
}

/** How many different services a commune has itself, of those that are known; null when nobody looked. */
export function countServices(commune: MapCommune): number | null {
  const counted = commune.kilometres.filter((known, place) => known === 0 && !overlapping.has(place));
  return counted.length > 0 || commune.gaps.some((gap) => gap !== 0) ? counted.length : null;
}

/** Said otherwise by « école »: a school counts once. */
const overlapping = new Set([placeOf('maternelle'), placeOf('elementaire')]);
