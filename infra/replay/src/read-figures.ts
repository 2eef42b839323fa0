import type { SiteClient } from '@ancrage/testing/site-client';
import type { Figures, Reading } from './figures.js';
import { type Labels, readDescriptions, readRegionRow } from './read-pages.js';
import { withRegionKey } from './region-key.js';
import type { Ask, Stage } from './stage.js';

/** The figures wherever somebody can read them: on pages, as anybody and as a member, and by the API, with and without a key. */
export async function readFigures(stage: Stage): Promise<Reading[]> {
  const { ask, cast, site, territory } = stage;
  const labels = await labelsOf(ask);
  const region = `/region/${territory.region}`;
  return [
    { place: 'Page du territoire', figures: readDescriptions(await pageOf(site, '/indicateurs'), labels) },
    {
      place: 'Espace de travail, en lecture',
      figures: readDescriptions(await pageOf(cast.VIEWER, '/espace/indicateurs'), labels),
    },
    {
      place: 'Page de la région',
      figures: readRegionRow(await pageOf(site, region), territory.name, labels),
    },
    { place: 'API, sans clé', figures: await readTerritory(ask) },
    {
      place: 'API, avec une clé de la région',
      figures: await withRegionKey(stage, (key) => readRegion(stage.withKey(key), territory)),
    },
  ];
}

async function pageOf(site: SiteClient, path: string): Promise<string> {
  const { status, body } = await site.get(path);
  if (status !== 200) throw new Error(`${site.origin}${path} answers ${status}`);
  return body;
}

/** What the pages call each figure. */
async function labelsOf(ask: Ask): Promise<Labels> {
  const { indicatorDefinitions } = await ask<{ indicatorDefinitions: { key: string; label: string }[] }>(
    '{ indicatorDefinitions { key label } }',
  );
  return new Map(indicatorDefinitions.map(({ key, label }) => [label, key]));
}

async function readTerritory(ask: Ask): Promise<Figures> {
  const { territory } = await ask<{ territory: { directory: object; accompaniment: object } }>(
    `{ territory {
        directory: directoryIndicators { SOLOS_IDENTIFIED: solosIdentified SOLOS_PUBLISHED: solosPublished }
        accompaniment: accompanimentIndicators {
          ATTENDED: prospectsAttended EFFECTIVE: installationsEffective PLANNED: installationsPlanned }
      } }`,
  );
  return { ...territory.directory, ...territory.accompaniment } as Figures;
}

type Cells = { territory: { slug: string }; value: number | null }[];

/** The territory among the others of its region, as the region's tools read it. */
async function readRegion(ask: Ask, { region, slug }: Stage['territory']): Promise<Figures> {
  const { region: read } = await ask<{ region: Record<keyof Figures, Cells> }>(
    `query RegionIndicators($code: ID!) { region(code: $code) {
        SOLOS_IDENTIFIED: directoryBreakdown(indicator: SOLOS_IDENTIFIED) { territory { slug } value }
        SOLOS_PUBLISHED: directoryBreakdown(indicator: SOLOS_PUBLISHED) { territory { slug } value }
        ATTENDED: breakdown(indicator: PROSPECTS_ATTENDED) { territory { slug } value }
        EFFECTIVE: breakdown(indicator: INSTALLATIONS_EFFECTIVE) { territory { slug } value }
        PLANNED: breakdown(indicator: INSTALLATIONS_PLANNED) { territory { slug } value }
      } }`,
    { code: region },
  );
  const own = (cells: Cells) => cells.find(({ territory }) => territory.slug === slug)?.value ?? null;
  return Object.fromEntries(Object.entries(read).map(([key, cells]) => [key, own(cells)])) as Figures;
}
