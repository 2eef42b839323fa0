import { basemapOf } from '#lib/map/basemap.ts';
import { unavailable, unknownHost } from '#lib/server/failures.ts';
import type { LayoutServerLoad } from './$types';

/** What the frame of every page shows; the same for all who ask, whoever they are. */
export const load: LayoutServerLoad = ({ locals }) => {
  if (!locals.tenant) {
    return locals.tenancy === 'unavailable' ? unavailable() : unknownHost();
  }
  const { slug, name, locales, theme, region } = locals.tenant;
  return { site: { slug, name, locales, theme, region, basemap: basemapOf(locals.tenant) } };
};
