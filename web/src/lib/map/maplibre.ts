import { type MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl';
import { m } from '#lib/paraglide/messages.js';
import type { Bounds } from './projection.ts';
import { addHatching, quietStyle } from './style.ts';
import type { TileSource } from './vocabulary.ts';

type Listeners = { point: (code: string | null) => void; select: (code: string | null) => void };

/** How far around the territory one may wander, in degrees. */
const surroundings = 0.6;

/** A map of the communes that fits the territory into its container, north up. */
export function createMap(
  container: HTMLElement,
  tiles: TileSource,
  bounds: Bounds,
  { point, select }: Listeners,
): MapLibre {
  const [west = 0, south = 0, east = 0, north = 0] = bounds;
  const small = matchMedia('(max-width: 63.99rem)').matches;
  const map = new MapLibre({
    container,
    style: quietStyle(tiles, bounds),
    bounds: [west, south, east, north],
    fitBoundsOptions: { padding: small ? 16 : 40 },
    maxBounds: [west - surroundings, south - surroundings, east + surroundings, north + surroundings],
    minZoom: tiles.minZoom,
    // Near enough for the services of one street to part.
    maxZoom: tiles.facilitiesMaxZoom + 2,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    // On a phone one finger scrolls the page and two move the map.
    cooperativeGestures: small,
    locale: {
      'Map.Title': m.map_label(),
      'CooperativeGesturesHandler.WindowsHelpText': m.map_gesture_keys({ key: 'Ctrl' }),
      'CooperativeGesturesHandler.MacHelpText': m.map_gesture_keys({ key: '⌘' }),
      'CooperativeGesturesHandler.MobileHelpText': m.map_gesture_touch(),
    },
  });
  map.once('load', () => addHatching(map));
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.on('mousemove', 'communes', ({ features }) => {
    map.getCanvas().style.cursor = 'pointer';
    point(codeOf(features));
  });
  map.on('mouseleave', 'communes', () => {
    map.getCanvas().style.cursor = '';
    point(null);
  });
  map.on('click', 'communes', ({ features }) => {
    const code = codeOf(features);
    select(code);
    if (code && !small) {
      document.getElementById(`c${code}`)?.scrollIntoView({ block: 'center' });
    }
  });
  return map;
}

const codeOf = (features: MapGeoJSONFeature[] | undefined): string | null =>
  features?.[0]?.id === undefined ? null : String(features[0].id);
