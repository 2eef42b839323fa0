import type { Map as MapLibre } from 'maplibre-gl';
import type { FacilityFamily } from '#lib/graphql/generated/graphql.ts';
import { type FacilityCell, type FacilityFeature, gather } from './facility-cells.ts';
import type { TileSource } from './vocabulary.ts';

/** Which services a map marks: those of some types, and those of some families. */
export type ShownServices = { types: readonly string[]; families: readonly FacilityFamily[] };

export const facilitySource = 'facilities';

/** Makes a map fetch the facility tiles of what it shows; nothing is drawn of them but marks of the page. */
export function addFacilityTiles(map: MapLibre, tiles: TileSource): void {
  map.addSource(facilitySource, {
    type: 'vector',
    tiles: [location.origin + tiles.facilities],
    minzoom: tiles.minZoom,
    maxzoom: tiles.facilitiesMaxZoom,
  });
  map.addLayer({
    id: facilitySource,
    type: 'circle',
    source: facilitySource,
    'source-layer': 'facilities',
    paint: { 'circle-radius': 0, 'circle-opacity': 0 },
  });
}

/** The marks for what is in view, from the tiles at hand: choosing other services asks for nothing. */
export function cellsInView(map: MapLibre, { types, families }: ShownServices): FacilityCell[] {
  const features = map.querySourceFeatures(facilitySource, {
    sourceLayer: 'facilities',
    filter: [
      'any',
      ['in', ['get', 'type'], ['literal', [...types]]],
      ['in', ['get', 'family'], ['literal', [...families]]],
    ],
  });
  const view = map.getBounds();
  const found = features.flatMap(({ geometry, properties }) => {
    const [longitude = 0, latitude = 0] = geometry.type === 'Point' ? geometry.coordinates : [];
    return view.contains([longitude, latitude])
      ? [{ ...properties, longitude, latitude } as FacilityFeature]
      : [];
  });
  return gather(found, map.getZoom());
}

/** Whether coming nearer would part the facilities of a cell: some are at the very same place. */
export const canBeParted = ({ members, count }: FacilityCell): boolean =>
  members.length < count ||
  members.some(
    ({ longitude, latitude }) =>
      Math.abs(longitude - members[0]!.longitude) > samePlace ||
      Math.abs(latitude - members[0]!.latitude) > samePlace,
  );

/** Some five metres, in degrees. */
const samePlace = 0.00005;
