import { CommuneMapDocument, type CommuneMapQuery } from '#lib/graphql/generated/graphql.ts';
import { type CommuneTable, packCommunes } from '#lib/map/commune-table.ts';
import { typeCodes } from '#lib/map/services.ts';
import { distinctSources, type Provenance } from '#lib/provenance/provenance.ts';
import { notFound } from './failures.ts';
import type { GatewayClient } from './gateway.ts';

/** What the map, its list and its drawing are made of. */
export type MapCommunes = {
  table: CommuneTable;
  intercommunalities: NonNullable<CommuneMapQuery['territory']>['intercommunalities'];
  sources: Provenance[];
};

/** Every commune of the request's territory with the facts that filters ask about, in one question. */
export async function loadMapCommunes(gateway: GatewayClient): Promise<MapCommunes> {
  const { territory, sample } = await gateway.ask(CommuneMapDocument, { types: typeCodes });
  if (!territory) {
    return notFound();
  }
  const [largest] = sample.nodes;
  return {
    table: packCommunes(territory.communes, territory.typeListings),
    intercommunalities: territory.intercommunalities,
    sources: distinctSources([...(largest?.sources ?? []), largest?.broadband?.source]),
  };
}
