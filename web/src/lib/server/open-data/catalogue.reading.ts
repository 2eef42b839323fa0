import { m } from '#lib/paraglide/messages.js';
import type { GatewayClient } from '#lib/server/gateway.ts';
import type { Tenant } from '#lib/server/tenant.ts';
import { catalogueOf } from './catalogue.ts';
import { headerOf, offerCopy } from './copy.ts';
import { datasetNames } from './dataset.ts';
import { datasets, datasetWords } from './datasets.ts';
import { selectionOf } from './selection.ts';
import type { LinkedNode } from './turtle.ts';

/** The catalogue of a territory, from its present data. */
export async function readCatalogue(
  gateway: GatewayClient,
  { name, bounds }: Tenant,
  origin: string,
): Promise<{ catalogue: LinkedNode; version: string }> {
  const [copy, selection] = await Promise.all([
    offerCopy(gateway),
    selectionOf(gateway, new URLSearchParams()),
  ]);
  const entries = datasetNames.map((dataset) => ({
    dataset: datasets[dataset],
    header: headerOf(datasets[dataset], copy, selection, { name, origin }),
    description: datasetWords[dataset].text(),
  }));
  const site = { name, origin, bounds, description: m.data_catalogue_text({ name }) };
  return { catalogue: catalogueOf(site, entries), version: copy.offerVersion };
}
