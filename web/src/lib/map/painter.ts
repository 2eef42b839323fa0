import type { Map as MapLibre } from 'maplibre-gl';
import type { Classes } from './classes.ts';
import { hatchedFilter } from './style.ts';
import type { MapCommune } from './vocabulary.ts';

export type Paint = {
  communes: MapCommune[];
  visible: MapCommune[];
  classes: Classes;
  pointed: string | null;
  selected: string | null;
};

/** What was last painted of each commune, so that only changes are sent. */
const painted = new WeakMap<MapLibre, Map<string, string>>();

/** Brings the map to what is wanted, from what the page already knows: no request is made. */
export function paint(map: MapLibre, { communes, visible, classes, pointed, selected }: Paint): void {
  const before = painted.get(map) ?? new Map<string, string>();
  const shown = new Set(visible.map(({ code }) => code));
  const unknown: string[] = [];
  for (const commune of communes) {
    const { code } = commune;
    const step = classes.stepOf(commune);
    const state = {
      step,
      shown: shown.has(code),
      pointed: code === pointed,
      selected: code === selected,
    };
    if (step === null) {
      unknown.push(code);
    }
    const key = Object.values(state).join();
    if (before.get(code) !== key) {
      before.set(code, key);
      map.setFeatureState({ source: 'communes', sourceLayer: 'communes', id: code }, state);
    }
  }
  painted.set(map, before);
  hatchUnknown(map, unknown);
}

function hatchUnknown(map: MapLibre, codes: string[]): void {
  const key = codes.join();
  if ((hatched.get(map) ?? '') !== key) {
    hatched.set(map, key);
    map.setFilter('unknown', hatchedFilter(codes));
  }
}

/** Which communes are hatched: that changes with the figure, not with filters. */
const hatched = new WeakMap<MapLibre, string>();
