import { hash } from 'node:crypto';
import { facilityTypeOf } from '../../facility/facility-types.js';
import { isMissing, type Position } from '../coordinates.js';
import type { ReadContext, Staged } from '../dataset.js';

const LONGEST_NAME = 200;

/** The id of what a producer calls `key`, the same in every edition. */
export const facilityIdOf = (idSpace: string, key: string): string => hash('md5', `${idSpace}|${key}`);

/**
 * A staged facility, under an id that the next edition of the file gives it too. Without a name of its own it takes its
 * type's.
 */
export function stagedFacility(
  { idSpace, reserved }: ReadContext,
  facility: {
    commune: string;
    type: string;
    name: string;
    position: Position | null;
    key: string;
    /** Whether the key is the producer's identifier, which no second row may have. */
    distinct: boolean;
  },
): Staged {
  const { commune, type, name, position, key, distinct } = facility;
  const label = isMissing(name)
    ? (facilityTypeOf(type)?.labels.fr ?? type)
    : name.trim().slice(0, LONGEST_NAME);
  const id = facilityIdOf(idSpace, key);
  const { longitude = null, latitude = null } = position ?? {};
  return [id, commune, type, label, longitude, latitude, distinct, reserved.has(type)];
}
