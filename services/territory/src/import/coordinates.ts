import type { Bounds } from '../contour/bounds.js';
import { type Rejection, reject } from './rejection.js';

export interface Position {
  longitude: number;
  latitude: number;
}

/** About ten kilometres: a service may stand a little outside of simplified contours, never a department away. */
const MARGIN = 0.1;

/** Values that INSEE writes for "not applicable" and "unknown". */
const MISSING = new Set(['', '_Z', '_U', 'NA', '[ND]']);
export const isMissing = (value: string): boolean => MISSING.has(value.trim());

export const numberOf = (value: string): number => Number(value.trim().replace(',', '.'));

/** A position within the territory, null when the row has none, or what is wrong with it. */
export function readPosition(
  longitude: string,
  latitude: string,
  bounds: Bounds,
): Position | null | Rejection {
  if (isMissing(longitude) && isMissing(latitude)) return null;
  return checkPosition({ longitude: numberOf(longitude), latitude: numberOf(latitude) }, bounds);
}

export function checkPosition(position: Position, [west, south, east, north]: Bounds): Position | Rejection {
  const { longitude, latitude } = position;
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude))
    return reject('POSITION', 'the coordinates are no numbers');
  const inside =
    longitude >= west - MARGIN &&
    longitude <= east + MARGIN &&
    latitude >= south - MARGIN &&
    latitude <= north + MARGIN;
  return inside
    ? position
    : reject('POSITION', `the coordinates ${latitude}, ${longitude} are outside the territory`);
}

// Lambert-93 (EPSG:2154) on the GRS 80 ellipsoid, constants of IGN's note NT/G 71.
const EXPONENT = 0.725607765053267;
const CONSTANT = 11_754_255.426096;
const ORIGIN_X = 700_000;
const ORIGIN_Y = 12_655_612.049876;
const MERIDIAN = (3 * Math.PI) / 180;
const ECCENTRICITY = 0.0818191910428158;

/** From metres of Lambert-93, the projection of metropolitan France, to degrees. */
export function fromLambert93(x: number, y: number): Position {
  const radius = Math.hypot(x - ORIGIN_X, y - ORIGIN_Y);
  const angle = Math.atan2(x - ORIGIN_X, ORIGIN_Y - y);
  const isometric = Math.exp(-Math.log(radius / CONSTANT) / EXPONENT);
  let latitude = 2 * Math.atan(isometric) - Math.PI / 2;
  // Converges below a millimetre in five rounds.
  for (let round = 0; round < 8; round++) {
    const sine = ECCENTRICITY * Math.sin(latitude);
    latitude = 2 * Math.atan(((1 + sine) / (1 - sine)) ** (ECCENTRICITY / 2) * isometric) - Math.PI / 2;
  }
  const degrees = (radians: number) => Number(((radians * 180) / Math.PI).toFixed(7));
  return { longitude: degrees(MERIDIAN + angle / EXPONENT), latitude: degrees(latitude) };
}
