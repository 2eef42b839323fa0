import type { Basemap } from '#lib/graphql/generated/graphql.ts';

/** The style of what lies under the maps, and who says what may be done with it. */
export type BasemapSource = { style: string; plan: boolean };

/** The Plan IGN in greys, under which a coloured map stays readable. Licence Ouverte 2.0. */
export const planIgnStyle = 'https://data.geopf.fr/annexes/ressources/vectorTiles/styles/PLAN.IGN/gris.json';

/** What a territory chose to lay under its maps; null when nothing comes from elsewhere. */
export function basemapOf({
  basemap,
  basemapStyle,
}: {
  basemap: Basemap;
  basemapStyle: string | null;
}): BasemapSource | null {
  if (basemap === 'PLAN_IGN') {
    return { style: planIgnStyle, plan: true };
  }
  return basemap === 'CUSTOM' && basemapStyle ? { style: basemapStyle, plan: false } : null;
}

/** The pages that show a map, by the ids of their routes: they alone may ask the basemap's origin. */
export const hasMap = (route: string | null): boolean => route !== null && mapRoutes.has(route);
const mapRoutes = new Set(['/(site)/carte', '/(site)/annuaire', '/embarquer/carte']);
