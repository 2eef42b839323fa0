import type {
  ExpressionSpecification,
  FilterSpecification,
  Map as MapLibre,
  StyleSpecification,
} from 'maplibre-gl';
import type { Bounds } from './projection.ts';
import { stepCount, type TileSource } from './vocabulary.ts';

/** A colour of the theme, as the page has it. */
const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const state = (name: string): ExpressionSpecification => ['feature-state', name];

/**
 * The whole style: communes on the territory's paper, and nothing from elsewhere (no glyphs, no
 * sprites, no base map). What changes with filters and pointers is feature state; see painter.ts.
 */
export function quietStyle(tiles: TileSource, bounds: Bounds): StyleSpecification {
  const steps = Array.from(
    { length: stepCount },
    (_, step) => [step, token(`--ramp-${step}`)] as const,
  ).flat();
  const source = { source: 'communes', 'source-layer': 'communes' } as const;
  return {
    version: 8,
    sources: {
      communes: {
        type: 'vector',
        tiles: [location.origin + tiles.url],
        minzoom: tiles.minZoom,
        maxzoom: tiles.maxZoom,
        bounds: [...bounds] as [number, number, number, number],
        promoteId: 'code',
      },
    },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': token('--wash') } },
      {
        id: 'halo',
        type: 'line',
        ...source,
        layout: { 'line-join': 'round' },
        paint: { 'line-color': token('--ramp-1'), 'line-width': 7, 'line-opacity': 0.5 },
      },
      {
        id: 'communes',
        type: 'fill',
        ...source,
        paint: {
          'fill-antialias': false,
          'fill-color': [
            'case',
            ['!', ['boolean', state('shown'), true]],
            token('--faded'),
            [
              'match',
              ['coalesce', state('step'), -1],
              ...steps,
              token('--faded'),
            ] as unknown as ExpressionSpecification,
          ],
        },
      },
      {
        id: 'limits',
        type: 'line',
        ...source,
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': token('--paper'),
          'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.6, 11, 2],
        },
      },
      {
        id: 'pointed',
        type: 'line',
        ...source,
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: {
          'line-color': token('--ink'),
          'line-width': [
            'case',
            ['boolean', state('selected'), false],
            4,
            ['boolean', state('pointed'), false],
            2.5,
            0,
          ],
        },
      },
    ],
  };
}

/**
 * Hatches what is not known, under the limits; `painter.ts` says which communes those are. They change with the figure
 * alone: a filter only uncovers or covers them, and communes that are known cost nothing.
 */
export function addHatching(map: MapLibre): void {
  map.addImage('hatch', hatch(), { pixelRatio: 2 });
  map.addLayer(
    {
      id: 'unknown',
      type: 'fill',
      source: 'communes',
      'source-layer': 'communes',
      filter: hatchedFilter([]),
      paint: {
        'fill-pattern': 'hatch',
        'fill-opacity': ['case', ['boolean', state('shown'), true], 1, 0],
      },
    },
    'limits',
  );
}

/** Which communes the hatching covers, by their codes. */
export const hatchedFilter = (codes: string[]): FilterSpecification => [
  'in',
  ['get', 'code'],
  ['literal', codes],
];

/** The hatching of what is not known: one oblique line on a transparent square. */
function hatch(): { width: number; height: number; data: Uint8ClampedArray } {
  const size = 16;
  const [red = 0, green = 0, blue = 0] = (token('--line-strong').match(/[0-9a-f]{2}/gi) ?? []).map((pair) =>
    Number.parseInt(pair, 16),
  );
  const data = new Uint8ClampedArray(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (const column of [row, (row + 1) % size]) {
      data.set([red, green, blue, 190], (row * size + column) * 4);
    }
  }
  return { width: size, height: size, data };
}
