import { placeOf, type ServiceKey, serviceKeys } from './services.ts';
import { fold } from './text.ts';
import type { MapCommune } from './vocabulary.ts';

type Facts = Partial<Omit<MapCommune, 'kilometres' | 'gaps'>> & {
  /** Kilometres to services; one that is left out is known nowhere. */
  services?: Partial<Record<ServiceKey, number>>;
  /** Services of which not all are known, everywhere. */
  unlisted?: ServiceKey[];
};

/** A commune for tests, of which every service is listed and none is near unless said. */
export function communeWith(
  name: string,
  { services = {}, unlisted = [], ...facts }: Facts = {},
): MapCommune {
  return {
    code: name,
    name,
    slug: fold(name).replaceAll(' ', '-'),
    population: 100,
    postalCodes: ['09000'],
    centre: { longitude: 1.6, latitude: 42.9 },
    intercommunality: null,
    broadbandClass: null,
    soloCount: null,
    fibreShare: null,
    completeness: null,
    premises: [],
    kilometres: serviceKeys.map((key) => services[key] ?? null),
    gaps: serviceKeys.map((key) => (unlisted.includes(key) ? 0 : null)),
    ...facts,
  };
}

/** The same with one more place of a service, so many kilometres away. */
export const closer = (commune: MapCommune, service: ServiceKey, kilometres: number): MapCommune => ({
  ...commune,
  kilometres: commune.kilometres.with(
    placeOf(service),
    Math.min(kilometres, commune.kilometres[placeOf(service)] ?? kilometres),
  ),
});
