import { OfferCopyDocument } from '#lib/graphql/generated/graphql.ts';
import { distinctSources } from '#lib/provenance/provenance.ts';
import { notFound } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import type { Dataset } from './dataset.ts';
import { datasetWords } from './datasets.ts';
import type { Header } from './header.ts';
import type { Selection } from './selection.ts';

/** What all copies of the offer share: the version of the data, its day, and what each source gave. */
export async function offerCopy(gateway: GatewayClient) {
  const { territory } = await gateway.ask(OfferCopyDocument, {});
  return territory ?? notFound();
}
export type OfferCopy = Awaited<ReturnType<typeof offerCopy>>;

/** The sources of a dataset's rows. */
export const sourcesOf = ({ subjects }: Dataset, { sourceUses }: OfferCopy) =>
  distinctSources(sourceUses.filter(({ subject }) => subjects.includes(subject)).map(({ source }) => source));

/** What a file says of itself. */
export const headerOf = (
  dataset: Dataset,
  copy: OfferCopy,
  selection: Selection,
  site: { name: string; origin: string },
): Header => ({
  title: `${datasetWords[dataset.name].title()} · ${site.name}`,
  territory: site.name,
  asOf: copy.offerIndicators.asOf,
  version: copy.offerVersion,
  page: `${site.origin}/donnees${selection.filters}`,
  filters: selection.filters,
  communes: { selected: selection.codes.length, total: selection.total },
  sources: sourcesOf(dataset, copy),
});
