import { redirect } from '@sveltejs/kit';
import {
  CommuneNamesDocument,
  CommunesComparedDocument,
  FacilityTypesDocument,
} from '#lib/graphql/generated/graphql.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { distinctSources } from '#lib/provenance/provenance.ts';
import { routes } from '#lib/routes.ts';
import { publicPage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import type { PageServerLoad } from './$types';
import { broadbandGroup } from './broadband.group.ts';
import { chosenIn } from './chosen.ts';
import { lifeGroup, placeGroup } from './figures.group.ts';
import { qualificationGroup } from './qualification.group.ts';
import { serviceGroups, servicesInShort } from './service.groups.ts';

export const load: PageServerLoad = async ({ locals: { gateway }, url, setHeaders }) => {
  const [{ territory }, { facilityTypes }] = await Promise.all([
    gateway.ask(CommuneNamesDocument, {}),
    gateway.ask(FacilityTypesDocument, { locale: getLocale() }),
  ]);
  if (!territory) {
    return notFound();
  }
  const names = new Map(territory.communes.map(({ code, name }) => [code, name]));
  const chosen = chosenIn(url.searchParams, (code) => names.has(code));
  // A form repeats the parameter; the page has one address.
  if (url.searchParams.getAll('communes').length > 1 && chosen.strange.length + chosen.tooMany.length === 0) {
    redirect(303, routes.compare(chosen.codes));
  }
  const types = facilityTypes.map(({ code }) => code);
  const answer =
    chosen.codes.length > 0
      ? await gateway.ask(CommunesComparedDocument, { codes: chosen.codes, types })
      : null;
  const byCode = new Map(answer?.communes.nodes.map((commune) => [commune.code, commune]));
  const communes = chosen.codes.flatMap((code) => byCode.get(code) ?? []);
  setHeaders(publicPage);
  const groups = [
    servicesInShort(communes),
    placeGroup(communes),
    broadbandGroup(communes),
    ...serviceGroups(facilityTypes, communes),
    lifeGroup(communes),
    qualificationGroup(communes),
  ];
  return {
    communes: communes.map(({ code, name, slug }) => ({ code, name, slug })),
    others: territory.communes.filter(({ code }) => !chosen.codes.includes(code)),
    strange: chosen.strange,
    tooMany: chosen.tooMany.map((code) => names.get(code) ?? code),
    groups: communes.length > 1 ? groups : [],
    demonstration: distinctSources(
      groups.flatMap(({ lines }) =>
        lines.flatMap(({ answers }) => answers.flatMap(({ sources }) => sources ?? [])),
      ),
    ).some((source) => source.demonstration),
  };
};
