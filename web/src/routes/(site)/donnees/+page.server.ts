import { getLocale } from '#lib/paraglide/runtime.js';
import { distinctSources } from '#lib/provenance/provenance.ts';
import { publicPage } from '#lib/server/cache.ts';
import { offerCopy, sourcesOf } from '#lib/server/open-data/copy.ts';
import { datasetNames } from '#lib/server/open-data/dataset.ts';
import { datasets, datasetWords } from '#lib/server/open-data/datasets.ts';
import { ownLicence } from '#lib/server/open-data/licences.ts';
import { selectionOf } from '#lib/server/open-data/selection.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { gateway }, url, setHeaders }) => {
  const [copy, selection] = await Promise.all([offerCopy(gateway), selectionOf(gateway, url.searchParams)]);
  const reading = { gateway, selection, origin: url.origin };
  const files = await Promise.all(
    datasetNames.map(async (name) => {
      const sources = sourcesOf(datasets[name], copy);
      return {
        name,
        title: datasetWords[name].title(),
        text: datasetWords[name].text(),
        rows: await datasets[name].count(reading),
        sources,
        licences: sources.length > 0 ? [...new Set(sources.map(({ licence }) => licence))] : [ownLicence],
        columns: datasets[name].columns.map((column) => ({
          name: column.name,
          type: column.type,
          title: column.title[getLocale()],
        })),
      };
    }),
  );
  setHeaders(publicPage);
  return {
    files,
    asOf: copy.offerIndicators.asOf,
    selection: { filters: selection.filters, count: selection.codes.length, total: selection.total },
    sources: distinctSources(copy.sourceUses.map(({ source }) => source)),
  };
};
