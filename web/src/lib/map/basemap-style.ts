import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { BasemapSource } from './basemap.ts';

/** A style reduced to what is laid under the communes; every address is whole and of the style's own origin. */
export type BasemapStyle = {
  sources: Record<string, SourceSpecification>;
  layers: LayerSpecification[];
  sprites: { id: string; url: string }[];
  glyphs: string | null;
  credits: string[];
};

/** How long the map waits for a basemap before it stays without. */
const patience = 4000;
const maximumLayers = 600;

/** Fetches a basemap's style; null when it does not answer, is no style, or wants to call somebody else. */
export async function fetchBasemap(
  { style: address }: BasemapSource,
  signal: AbortSignal,
): Promise<BasemapStyle | null> {
  try {
    const response = await fetch(address, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      credentials: 'omit',
      referrerPolicy: 'origin',
    });
    return response.ok ? readStyle(await response.json(), address) : null;
  } catch {
    return null;
  }
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Reads a MapLibre style, version 8. */
export function readStyle(style: unknown, address: string): BasemapStyle | null {
  if (!isObject(style) || style.version !== 8 || !isObject(style.sources) || !Array.isArray(style.layers)) {
    return null;
  }
  const { sources, layers, sprite, glyphs } = style;
  const at = (url: unknown) => own(url, address);
  const resolved = Object.entries(sources).map(([id, source]) => [id, ownSource(source, at)] as const);
  const sprites = (Array.isArray(sprite) ? sprite : sprite ? [{ id: 'default', url: sprite }] : []).map(
    (entry: Json) => ({ id: String(entry.id), url: at(entry.url) }),
  );
  const letters = glyphs === undefined ? null : at(glyphs);
  const refused =
    resolved.some(([, source]) => source === null) ||
    sprites.some(({ url }) => url === null) ||
    (glyphs !== undefined && letters === null) ||
    layers.length > maximumLayers;
  if (refused) {
    return null;
  }
  return {
    sources: Object.fromEntries(resolved) as BasemapStyle['sources'],
    layers: layers.filter(
      (layer) => isObject(layer) && typeof layer.type === 'string',
    ) as LayerSpecification[],
    sprites: sprites as BasemapStyle['sprites'],
    glyphs: letters,
    credits: Object.values(sources).flatMap((source) =>
      isObject(source) && typeof source.attribution === 'string' ? [source.attribution] : [],
    ),
  };
}

/** A source with whole addresses; null when one of them is another's. */
function ownSource(source: unknown, at: (url: unknown) => string | null): Json | null {
  if (!isObject(source)) {
    return null;
  }
  const tiles = Array.isArray(source.tiles) ? source.tiles.map(at) : undefined;
  const url = typeof source.url === 'string' ? at(source.url) : undefined;
  const data = typeof source.data === 'string' ? at(source.data) : source.data;
  if (url === null || data === null || tiles?.includes(null)) {
    return null;
  }
  return { ...source, ...(tiles && { tiles }), ...(url && { url }), ...(data !== undefined && { data }) };
}

/** An address as it stands in a style, made whole; null when its origin is not the style's. */
function own(url: unknown, address: string): string | null {
  if (typeof url !== 'string' || !URL.canParse(url, address)) {
    return null;
  }
  const whole = new URL(url, address);
  // Templates hold {z} or {fontstack}, which an address would escape.
  return whole.origin === new URL(address).origin
    ? whole.href.replaceAll('%7B', '{').replaceAll('%7D', '}')
    : null;
}
