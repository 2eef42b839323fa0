import { dayOf } from '#lib/format/dates.ts';
import { PublicIndicatorsDocument } from '#lib/graphql/generated/graphql.ts';
import { firstDay } from '#lib/indicators/period.ts';
import { publicPage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import type { PageServerLoad } from './$types';
import { publicFigures } from './public-figures.ts';

export const load: PageServerLoad = async ({ locals, setHeaders }) => {
  const to = dayOf(new Date().toISOString());
  const { territory, indicatorDefinitions, indicatorSnapshots } = await locals.gateway.ask(
    PublicIndicatorsDocument,
    { from: firstDay, to },
  );
  if (!territory) {
    return notFound();
  }
  setHeaders(publicPage);
  return {
    definitions: indicatorDefinitions,
    figures: publicFigures(territory),
    trend: territory.indicatorTrend ?? [],
    steps: territory.funnel?.steps ?? [],
    origins: territory.contactOrigins,
    communes: territory.installationsByCommune ?? [],
    snapshots: indicatorSnapshots ?? [],
    asOf: territory.accompanimentIndicators?.asOf ?? to,
    demonstration:
      territory.accompanimentIndicators?.demonstration === true ||
      territory.directoryIndicators?.demonstration === true,
    period: { from: firstDay, to },
  };
};
