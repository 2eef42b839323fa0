import { describe, expect, it } from 'vitest';
import { readStyle } from './basemap-style.ts';

const address = 'https://cartes.exemple.fr/styles/clair/style.json';
const style = {
  version: 8,
  glyphs: '../../fonts/{fontstack}/{range}.pbf',
  sprite: 'https://cartes.exemple.fr/sprites/clair',
  sources: {
    plan: {
      type: 'vector',
      tiles: ['/tiles/{z}/{x}/{y}.pbf?key=1'],
      maxzoom: 18,
      attribution: '© Exemple',
    },
  },
  layers: [{ id: 'eau', type: 'fill', source: 'plan', 'source-layer': 'eau' }],
};

describe('a style', () => {
  it('is read with whole addresses and its credits', () => {
    expect(readStyle(style, address)).toEqual({
      sources: {
        plan: {
          ...style.sources.plan,
          tiles: ['https://cartes.exemple.fr/tiles/{z}/{x}/{y}.pbf?key=1'],
        },
      },
      layers: style.layers,
      sprites: [{ id: 'default', url: 'https://cartes.exemple.fr/sprites/clair' }],
      glyphs: 'https://cartes.exemple.fr/fonts/{fontstack}/{range}.pbf',
      credits: ['© Exemple'],
    });
  });

  it.each([
    ['tiles', { sources: { plan: { type: 'vector', tiles: ['https://ailleurs.fr/{z}/{x}/{y}.pbf'] } } }],
    ['a description of tiles', { sources: { plan: { type: 'vector', url: 'https://ailleurs.fr/t.json' } } }],
    ['letters', { glyphs: 'https://ailleurs.fr/{fontstack}/{range}.pbf' }],
    ['signs', { sprite: 'https://ailleurs.fr/signes' }],
  ])('that fetches %s from elsewhere is left', (_, change) => {
    expect(readStyle({ ...style, ...change }, address)).toBeNull();
  });

  it.each([[null], ['{}'], [{}], [{ ...style, version: 7 }], [{ ...style, layers: 'eau' }]])(
    '%j is none',
    (other) => {
      expect(readStyle(other, address)).toBeNull();
    },
  );
});
