import { type Data, isData } from './types.js';

/**
 * Adds what one subgraph answered to what others did. Objects and lists grow together; for the rest the newer value
 * holds, but nothing known is forgotten for a null.
 */
export function merge(target: Data, source: Data): void {
  for (const key in source) {
    const value = source[key];
    const known = target[key];
    if (known === undefined || known === null) target[key] = value;
    else if (isData(known) && isData(value)) merge(known, value);
    else if (Array.isArray(known) && Array.isArray(value)) mergeLists(known, value);
    else if (value !== null && value !== undefined) target[key] = value;
  }
}

/** A copy that shares nothing: the same entity may be in several places, and grow differently in each. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (!isData(value)) return value;
  const object: Data = {};
  for (const key in value) object[key] = copy(value[key]);
  return object as T;
}

function mergeLists(known: unknown[], added: unknown[]): void {
  for (let index = 0; index < added.length; index++) {
    const item = known[index];
    const value = added[index];
    if (isData(item) && isData(value)) merge(item, value);
    else if (Array.isArray(item) && Array.isArray(value)) mergeLists(item, value);
    else if (item === undefined || item === null) known[index] = value;
  }
}
