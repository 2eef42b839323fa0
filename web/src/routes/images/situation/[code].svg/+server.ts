import { coloursOf, drawing } from '#lib/server/drawing.ts';
import { notFound } from '#lib/server/failures.ts';
import { drawSituation } from '#lib/server/map-drawing.ts';
import { shapesOf } from '#lib/server/shapes.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';

/** Where a commune lies in its territory. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const colours = coloursOf(url);
  const shapes = await shapesOf(tenantIn(locals));
  return colours && shapes.outlines.has(params.code)
    ? drawing(drawSituation(shapes, colours, params.code))
    : notFound();
};
