import {
  CommunesWithFacilityDocument,
  type CommunesWithFacilityQuery,
  SearchDocument,
  type SearchQuery,
} from '#lib/graphql/generated/graphql.ts';
import { fold, type TextMatches } from '#lib/map/filter.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { GatewayClient } from '#lib/server/gateway.ts';

/** What a text means besides names of communes: a service they have, solos who live there. */
export type Found = TextMatches & {
  service: { label: string; communes: number } | null;
  solos: NonNullable<SearchQuery['solos']>['nodes'];
};

/** Looks a text up among services and solos; null when there is no text. */
export async function searchElsewhere(gateway: GatewayClient, text: string): Promise<Found | null> {
  if (fold(text).length < 3) {
    return null;
  }
  const { facilityTypes, solos } = await gateway.ask(SearchDocument, { text, locale: getLocale() });
  // Without the directory, communes and services are still found.
  const found = solos?.nodes ?? [];
  const service = facilityTypes.find(({ label }) => named(label, text));
  const communes = service ? await communesWith(gateway, service.code) : [];
  return {
    text,
    service: service ? { label: service.label, communes: communes.length } : null,
    solos: found,
    codes: [...new Set([...communes, ...found.flatMap(({ commune }) => commune?.code ?? [])])],
  };
}

/** « medecin » names « Médecin généraliste »: the words asked begin the words of the label. */
function named(label: string, text: string): boolean {
  const words = ` ${fold(label)}`;
  return fold(text)
    .split(' ')
    .every((word) => words.includes(` ${word}`));
}

async function communesWith(gateway: GatewayClient, type: string): Promise<string[]> {
  const codes: string[] = [];
  let after: string | null = null;
  do {
    const { communes }: CommunesWithFacilityQuery = await gateway.ask(CommunesWithFacilityDocument, {
      type,
      after,
    });
    codes.push(...communes.nodes.map(({ code }) => code));
    after = communes.pageInfo.hasNextPage ? communes.pageInfo.endCursor : null;
  } while (after);
  return codes;
}
