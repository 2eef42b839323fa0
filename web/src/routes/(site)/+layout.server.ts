import { basemapOf } from '#lib/map/basemap.ts';
import { closed } from '#lib/server/closed.ts';
import type { LayoutServerLoad } from './$types';

/** What the frame of every page shows; the same for all who ask, whoever they are. */
export const load: LayoutServerLoad = async (event) => {
  const tenant = event.locals.tenant ?? (await closed(event));
  const { slug, name, locales, theme, region } = tenant;
  return { site: { slug, name, locales, theme, region, basemap: basemapOf(tenant) } };
};
