import { HomeDocument } from '#lib/graphql/generated/graphql.ts';
import { placeLabels } from '#lib/map/label-placement.ts';
import { frameOf } from '#lib/map/projection.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { peoplePage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, setHeaders }) => {
  const tenant = tenantIn(locals);
  const { territory, largest, arrivals } = await locals.gateway.ask(HomeDocument, { locale: getLocale() });
  if (!territory) {
    return notFound();
  }
  setHeaders(peoplePage);
  const frame = frameOf(tenant.bounds);
  const towns = largest.nodes.flatMap(({ code, name, population, centre }) =>
    centre
      ? { code, name, weight: population ?? 0, ...frame.project(centre.longitude, centre.latitude) }
      : [],
  );
  return {
    territory,
    arrivals: arrivals?.nodes ?? [],
    populationSource: largest.nodes[0]?.sources[0] ?? null,
    teaser: {
      width: frame.width,
      height: frame.height,
      version: tenant.tiles.version,
      approximate: tenant.tiles.approximate,
      labels: placeLabels(towns, frame, [], { letter: 17, line: 110, most: 8 }),
    },
  };
};
