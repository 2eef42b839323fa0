import { classesOf } from '#lib/map/classes.ts';
import { unpackCommunes } from '#lib/map/commune-table.ts';
import { visibleCommunes } from '#lib/map/filter.ts';
import { parseState } from '#lib/map/state.ts';
import { coloursOf, drawing } from '#lib/server/drawing.ts';
import { notFound } from '#lib/server/failures.ts';
import { loadMapCommunes } from '#lib/server/map-communes.ts';
import { drawMap } from '#lib/server/map-drawing.ts';
import { shapesOf } from '#lib/server/shapes.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';

/** The map as a drawing, for a page without JavaScript and for the moment before the map itself. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const colours = coloursOf(url);
  if (!colours) {
    return notFound();
  }
  const [shapes, { table }] = await Promise.all([
    shapesOf(tenantIn(locals)),
    loadMapCommunes(locals.gateway),
  ]);
  const communes = unpackCommunes(table);
  const state = parseState(url.searchParams);
  const { stepOf } = classesOf(state.figure, communes, state.profile);
  const shown = new Set(visibleCommunes(communes, state).map(({ code }) => code));
  const steps = new Map(
    communes.map((commune) => [
      commune.code,
      shown.has(commune.code) ? stepOf(commune) : ('hidden' as const),
    ]),
  );
  return drawing(drawMap(shapes, colours, steps), 300);
};
