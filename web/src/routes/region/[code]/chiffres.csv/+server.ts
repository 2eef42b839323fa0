import { type Cell as CsvCell, csvOf } from '#lib/list/csv.ts';
import { m } from '#lib/paraglide/messages.js';
import { type Cell, figureNames, figures } from '#lib/region/region-figure.ts';
import { loadRegion } from '#lib/region/region-page.server.ts';
import { parseRegionView, rowsShown, yearOf } from '#lib/region/region-view.ts';
import { publicPage } from '#lib/server/cache.ts';
import type { RequestHandler } from './$types';

/** The table as it is shown, for a spreadsheet: what is kept back says so, what is not known is empty. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const thisYear = new Date().getFullYear();
  const view = parseRegionView(url.searchParams);
  const year = yearOf(view, thisYear);
  const region = await loadRegion(locals.gateway, params.code, year);
  const labelOf = (key: string) => region.definitions.find((one) => one.key === key)?.label ?? key;
  const head = [
    m.region_territory(),
    m.region_csv_slug(),
    m.region_population(),
    m.region_csv_communes(),
    ...figureNames.map((name) => labelOf(figures[name].definition)),
  ];
  const written = ({ value, suppressed }: Cell): CsvCell => value ?? (suppressed ? 's' : null);
  const rows = rowsShown(region.rows, view).map(({ name, slug, population, communeCount, cells }) => [
    name,
    slug,
    population,
    communeCount,
    ...figureNames.map((figure) => written(cells[figure])),
  ]);
  return new Response(csvOf([head, ...rows]), {
    headers: {
      ...publicPage,
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="region-${region.code}-${year ?? thisYear}.csv"`,
    },
  });
};
