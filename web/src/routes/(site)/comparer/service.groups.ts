import { formatDistance, formatNumber } from '#lib/format/figures.ts';
import type { FacilityTypesQuery } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { familiesOf, familyLabels } from '../communes/[sheet]/services.ts';
import { sheetLink } from './figures.group.ts';
import { type Answer, type ComparedCommune, type Group, line } from './lines.ts';

type Types = FacilityTypesQuery['facilityTypes'];

/** A group a family of services, and a line a type: there, or how far. */
export const serviceGroups = (types: Types, communes: ComparedCommune[]): Group[] =>
  familiesOf(types, communes[0]?.presence ?? []).map(({ family }) => ({
    key: family.toLowerCase(),
    title: familyLabels[family](),
    lines: types
      .filter((type) => type.family === family)
      .map(({ code, label }) =>
        line(label, communes, (commune) => answerOf(commune, code), m.compare_best_nearest()),
      ),
  }));

/** What is on the spot is at no distance: how many there are does not make it nearer. */
function answerOf({ presence, facts }: ComparedCommune, code: string): Answer {
  const found = presence.find(({ type }) => type.code === code);
  const fact = facts.find(({ type }) => type.code === code);
  const shared = {
    sources: fact?.statements.map(({ source }) => source) ?? [],
    ...(fact?.verification && { verification: fact.verification }),
    ...(fact?.conflict && { warning: m.compare_conflict() }),
  };
  switch (found?.status) {
    case 'PRESENT': {
      const count = found.count ?? 1;
      const text =
        count > 1 ? m.compare_present_several({ count: formatNumber(count) }) : m.compare_present();
      return { text, score: 0, ...shared };
    }
    case 'ABSENT':
      return {
        text: m.compare_absent(),
        score: found.nearest && -found.nearest.distanceKm,
        ...(found.nearest && {
          detail: formatDistance(found.nearest.distanceKm),
          link: sheetLink(found.nearest.facility.commune),
        }),
        ...shared,
      };
    case 'UNVERIFIED':
      return { text: m.service_unverified(), score: null, ...shared };
    default:
      return { text: m.not_known(), score: null, ...shared };
  }
}

/** How many types of services each commune has on the spot, of how many it is known of. */
export const servicesInShort = (communes: ComparedCommune[]): Group => ({
  key: 'en-bref',
  title: m.compare_in_short(),
  lines: [
    line(
      m.compare_services_there(),
      communes,
      ({ presence }) => {
        const known = presence.filter(({ status }) => status === 'PRESENT' || status === 'ABSENT');
        const there = known.filter(({ status }) => status === 'PRESENT').length;
        return known.length === 0
          ? { text: m.not_known(), score: null }
          : {
              text: formatNumber(there),
              detail: m.compare_of_types({ count: known.length, shown: formatNumber(known.length) }),
              score: there,
            };
      },
      m.compare_best_most(),
    ),
  ],
});
