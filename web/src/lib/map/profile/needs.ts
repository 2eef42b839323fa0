import type { ServiceKey } from '../services.ts';
import type { BroadbandClass } from '../vocabulary.ts';
import type { Age, Profile, Size } from './profile.ts';

/** What a must counts, beside a wish. */
export const mustWeight = 3;
export const wishWeight = 1;

/** One thing that a profile needs of a commune. */
export type Need =
  | { key: string; must: boolean; kind: 'service'; service: ServiceKey; age: Age | null; train: boolean }
  | { key: string; must: boolean; kind: 'speed'; speed: BroadbandClass }
  | { key: string; must: boolean; kind: 'size'; size: Size };

const schools: Record<Age, ServiceKey> = {
  '0-2': 'creche',
  '3-5': 'maternelle',
  '6-10': 'elementaire',
  '11-14': 'college',
  '15-17': 'lycee',
};

/** The service that children of an age go to. */
export const serviceForAge = (age: Age): ServiceKey => schools[age];

/** A profile's needs, each once: children's and chosen musts, then wishes. The size of the place is a wish. */
export function needsOf({ children, speed, musts, wishes, travel, size }: Profile): Need[] {
  const needs = new Map<string, Need>();
  const serve = (service: ServiceKey, must: boolean, age: Age | null = null, train = false) => {
    if (!needs.has(service)) {
      needs.set(service, { key: service, must, kind: 'service', service, age, train });
    }
  };
  for (const age of children) {
    serve(schools[age], true, age);
  }
  if (speed) {
    needs.set('debit', { key: 'debit', must: true, kind: 'speed', speed });
  }
  if (travel === 'train') {
    serve('gare', true, null, true);
  }
  for (const service of musts) {
    serve(service, true);
  }
  for (const service of wishes) {
    serve(service, false);
  }
  if (size) {
    needs.set('lieu', { key: 'lieu', must: false, kind: 'size', size });
  }
  return [...needs.values()];
}

export const weightOf = ({ must }: Need): number => (must ? mustWeight : wishWeight);
