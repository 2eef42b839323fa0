import { around, distance } from 'geokdbush';
import KDBush from 'kdbush';

/** A commune as distances see it: where its centre is, and whether it has the service itself. */
export interface Origin {
  longitude: number | null;
  latitude: number | null;
  present: boolean;
}

export type Point = readonly [longitude: number, latitude: number];

/** Stands for « none known », so that a column is a plain array of 16-bit numbers. */
export const NONE = 65_535;

/**
 * Tenths of a kilometre from each origin to the nearest point, as the crow flies (great circles); 0 for an origin that
 * has the service itself, NONE where nothing can be measured.
 */
export function nearestDistances(origins: readonly Origin[], points: readonly Point[]): Uint16Array {
  const index = new KDBush(points.length);
  for (const [longitude, latitude] of points) index.add(longitude, latitude);
  index.finish();
  return Uint16Array.from(origins, ({ longitude, latitude, present }) => {
    if (present) return 0;
    if (longitude === null || latitude === null || points.length === 0) return NONE;
    const [nearest] = around(index, longitude, latitude, 1) as [number];
    const [toLongitude, toLatitude] = points[nearest] as Point;
    return Math.min(NONE - 1, Math.round(distance(longitude, latitude, toLongitude, toLatitude) * 10));
  });
}
