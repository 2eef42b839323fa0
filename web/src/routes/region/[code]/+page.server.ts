import { loadRegion } from '#lib/region/region-page.server.ts';
import { figureOf, parseRegionView, rowsShown, yearOf } from '#lib/region/region-view.ts';
import { publicPage } from '#lib/server/cache.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  const thisYear = new Date().getFullYear();
  const view = parseRegionView(url.searchParams);
  const year = yearOf(view, thisYear);
  const region = await loadRegion(locals.gateway, params.code, year);
  setHeaders(publicPage);
  return { region, view, year, thisYear, figure: figureOf(view), shown: rowsShown(region.rows, view) };
};
