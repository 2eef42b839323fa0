import { redirect } from '@sveltejs/kit';
import { formatDay } from '#lib/format/dates.ts';
import { CommuneSheetDocument, FacilityTypesDocument } from '#lib/graphql/generated/graphql.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { distinctSources } from '#lib/provenance/provenance.ts';
import { routes } from '#lib/routes.ts';
import { peoplePage } from '#lib/server/cache.ts';
import { unknownCommune } from '#lib/server/failures.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { wordsOf } from '#lib/vitality/facility-words.ts';
import type { PageServerLoad } from './$types';
import { nearestCommunes } from './neighbours.ts';
import { familiesOf, withFacts } from './services.ts';
import { structuredData } from './structured-data.ts';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  const { tiles } = tenantIn(locals);
  const [, code, slug] = /^([0-9AB]{5})(?:-(.*))?$/.exec(params.sheet) ?? [];
  if (!code) {
    return unknownCommune();
  }
  const { facilityTypes } = await locals.gateway.ask(FacilityTypesDocument, { locale: getLocale() });
  const types = facilityTypes.map((type) => type.code);
  const { commune, territory } = await locals.gateway.ask(CommuneSheetDocument, { code, types });
  if (!commune || !territory) {
    return unknownCommune();
  }
  if (slug !== commune.slug) {
    redirect(301, routes.commune(commune) + url.search);
  }
  setHeaders(peoplePage);
  const { facts, presence, vitality, childrenArrived, ...rest } = commune;
  const stated = facts.flatMap(({ statements }) => statements.map(({ source }) => source));
  const families = familiesOf(facilityTypes, withFacts(presence, facts));
  return {
    day: formatDay(new Date().toISOString()),
    commune: rest,
    tiles: { version: tiles.version, approximate: tiles.approximate },
    families,
    structured: structuredData(rest, families, url.origin + url.pathname),
    vitality: {
      facilities: vitality.map((one) => ({ id: one.id, ...wordsOf(one) })),
      invented: vitality.some(({ enrolments }) => enrolments.some(({ source }) => source?.demonstration)),
      arrived: childrenArrived,
    },
    serviceSources: distinctSources(stated),
    neighbours: nearestCommunes(commune, territory.communes),
    sources: distinctSources([...commune.sources, commune.broadband?.source, ...stated, tiles.source]),
  };
};
