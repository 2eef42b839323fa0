import { regionClasses } from '#lib/region/region-classes.ts';
import { drawRegion } from '#lib/region/region-drawing.server.ts';
import { regionShape } from '#lib/region/region-map.server.ts';
import { loadRegion } from '#lib/region/region-page.server.ts';
import { figureOf, parseRegionView, yearOf } from '#lib/region/region-view.ts';
import { coloursOf, drawing } from '#lib/server/drawing.ts';
import { notFound } from '#lib/server/failures.ts';
import type { RequestHandler } from './$types';

/** The territories of a region in the colours of one figure. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const colours = coloursOf(url);
  const view = parseRegionView(url.searchParams);
  if (!colours) {
    return notFound();
  }
  const [region, shape] = await Promise.all([
    loadRegion(locals.gateway, params.code, yearOf(view, new Date().getFullYear())),
    regionShape(locals.gateway, params.code),
  ]);
  return shape
    ? drawing(drawRegion(shape, colours, regionClasses(region.rows, figureOf(view)).steps), 60)
    : notFound();
};
