import type { SubgraphContext } from '@ancrage/subgraph';
import { readDefinition } from './indicator-definition.js';
import type { IndicatorFigure } from './indicator-figure.js';
import { IndicatorKey } from './indicator-key.js';
import { funnelOf, originsOf } from './indicator-ways.queries.js';
import { exactCommunes } from './installed-communes.queries.js';
import { calendarYear } from './period.js';
import { publicFigure, publicYears } from './public-figures.js';
import { loadPublicYears } from './public-years.js';
import type { SnapshotContent } from './snapshot-content.js';
import type { IndicatorSnapshotRecord } from './snapshot-record.js';

interface SnapshotRow {
  slug: string;
  from: string;
  to: string;
  takenAt: Date;
  publishedAt: Date | null;
  comment: string | null;
  withdrawnAt: Date | null;
  withdrawnBecause: string | null;
  demonstration: boolean;
  content: SnapshotContent;
}

const MOST = 200;

/** The snapshots of the request's territory, the latest period first: all for its members, else those published. */
export async function selectSnapshots(
  context: SubgraphContext,
  slug: string | null = null,
): Promise<IndicatorSnapshotRecord[]> {
  const territoryId = context.requireTerritory();
  const rows = await context.read<SnapshotRow & Record<string, unknown>>({
    name: 'indicator snapshots',
    text: `select slug, first_day::text as from, last_day::text as to, taken_at as "takenAt", published_at as "publishedAt",
        comment, withdrawn_at as "withdrawnAt", withdrawn_because as "withdrawnBecause", demonstration, figures as content
      from indicator_snapshot
     where territory_id = $1 and ($2::text is null or slug = $2)
       and ($3 or published_at is not null and ($2::text is not null or withdrawn_at is null))
     order by last_day desc, first_day, taken_at desc limit ${MOST}`,
    values: [territoryId, slug, context.isStaffOf(territoryId)],
  });
  return Promise.all(rows.map((row) => toRecord(context, territoryId, row)));
}

async function toRecord(
  context: SubgraphContext,
  territoryId: string,
  { content, ...row }: SnapshotRow,
): Promise<IndicatorSnapshotRecord> {
  const { locale } = context.origin;
  const definitions = content.definitions.map((definition) => readDefinition(definition, locale));
  const about = { ...row, year: calendarYear(row), definitions };
  const order = (figures: IndicatorFigure[]) =>
    definitions.flatMap(({ key }) => figures.find((figure) => figure.key === key) ?? []);
  const elsewhere = content.elsewhere.map(({ key, value }) => ({ ...NOTHING, key, value }));
  if (!context.isStaffOf(territoryId)) {
    const figures = row.withdrawnAt ? [] : await publicContent(context, territoryId, content);
    return { ...about, figures: order(figures), months: [], funnel: [], origins: null, communes: [] };
  }
  return {
    ...about,
    figures: order([...content.period.figures, ...elsewhere]),
    months: content.months,
    funnel: funnelOf(content.ways, true, locale),
    origins: originsOf(content.ways, true),
    communes: exactCommunes(content.communes),
  };
}

const NOTHING = { suppressed: false, known: null, total: null, households: null };

/**
 * What the public may see of a snapshot: what the years gave away then, and give away now beside the year that runs. A
 * year that would tell on another today is kept back in its snapshot too.
 */
async function publicContent(
  context: SubgraphContext,
  territoryId: string,
  { period, years, elsewhere }: SnapshotContent,
): Promise<IndicatorFigure[]> {
  const then = publicYears(years, null).find(({ from }) => from === period.from);
  const now = (await loadPublicYears(context, territoryId)).find(({ from }) => from === period.from);
  const shows = (key: IndicatorKey) =>
    [then, now].every((year) => year?.figures.find((figure) => figure.key === key)?.suppressed === false);
  return [
    ...period.figures.map((figure) => publicFigure(figure, shows(figure.key))),
    // How many were known then, beside how many are today, would tell of the few who came between.
    ...elsewhere.map(({ key, value }) =>
      publicFigure({ ...NOTHING, key, value }, key !== IndicatorKey.SOLOS_IDENTIFIED),
    ),
  ];
}
