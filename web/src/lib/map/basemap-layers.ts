import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { BasemapStyle } from './basemap-style.ts';

/** Set before every name that comes from a basemap, so that none is taken for ours. */
const prefix = 'fond/';

/** Under these the communes lie; from afar their colours speak, from near the ground beneath them. */
const translucent: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  8,
  0.78,
  10.5,
  0.55,
  13,
  0.22,
];

export const isOfBasemap = (source: string | undefined): boolean => source?.startsWith(prefix) ?? false;

/** Lays a basemap under the communes of a map, which become translucent. */
export function layBasemap(map: MapLibre, { sources, layers, sprites, glyphs }: BasemapStyle): void {
  if (glyphs) {
    map.setGlyphs(glyphs);
  }
  for (const { id, url } of sprites) {
    map.addSprite(id, url);
  }
  for (const [id, source] of Object.entries(sources)) {
    // Credits are shown by the page, as text.
    map.addSource(prefix + id, { ...source, attribution: '' } as typeof source);
  }
  for (const layer of layers) {
    map.addLayer(renamed(layer), 'halo');
  }
  map.setPaintProperty('communes', 'fill-opacity', translucent);
  map.setLayoutProperty('halo', 'visibility', 'none');
}

/** Takes it away again: the communes are as they were. */
export function liftBasemap(map: MapLibre): void {
  const { layers, sources } = map.getStyle();
  for (const { id } of layers.filter((layer) => layer.id.startsWith(prefix))) {
    map.removeLayer(id);
  }
  for (const id of Object.keys(sources).filter(isOfBasemap)) {
    map.removeSource(id);
  }
  for (const { id } of map.getSprite()) {
    map.removeSprite(id);
  }
  map.setPaintProperty('communes', 'fill-opacity', 1);
  map.setLayoutProperty('halo', 'visibility', 'visible');
}

function renamed(layer: LayerSpecification): LayerSpecification {
  const source =
    'source' in layer && typeof layer.source === 'string' ? { source: prefix + layer.source } : {};
  return { ...layer, ...source, id: prefix + layer.id } as LayerSpecification;
}
