import type { SubgraphContext } from '@ancrage/subgraph';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadFigures } from '../figures/figures.queries.js';
import { Territory } from '../references.js';
import { IndicatorPeriod } from './indicator-figure.js';
import { selectPeriods } from './indicator-figures.queries.js';
import { CommuneShare, IndicatorFunnel, IndicatorOrigins } from './indicator-ways.js';
import { funnelOf, originsOf, selectWays } from './indicator-ways.queries.js';
import { exactCommunes, publicCommunes, selectCommuneRows } from './installed-communes.queries.js';
import { calendarYear, FIRST_DAY, monthsOf, type Period, periodOf, yearsOf } from './period.js';
import { loadPublicYears } from './public-years.js';
import {
  CohortArguments,
  IndicatorInterval,
  PeriodArguments,
  TrendArguments,
} from './territory-indicators.input.js';

const PUBLIC =
  'For others than its members: calendar years that are over, without what would give 1 to 4 away.';
const PUBLIC_COHORT =
  'Others than its members read it without dates, without what would give 1 to 4 away, and null with dates.';

@Resolver(() => Territory)
export class TerritoryIndicatorsResolver {
  @FieldResolver(() => IndicatorPeriod, {
    nullable: true,
    description: `The figures that its welcome counts, of a period. ${PUBLIC}`,
  })
  async indicatorFigures(
    @Root() { id }: Territory,
    @Args(() => PeriodArguments) { from, to }: PeriodArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<IndicatorPeriod | null> {
    const period = periodOf(from, to);
    if (context.isStaffOf(id)) return (await selectPeriods(context, id, [period]))[0]!;
    if (calendarYear(period) === null) return null;
    return (await loadPublicYears(context, id)).find((known) => known.from === period.from) ?? null;
  }

  @FieldResolver(() => [IndicatorPeriod], {
    nullable: true,
    description: `The same by year or by month, the first first; months and years are cut to the period. ${PUBLIC}`,
  })
  async indicatorTrend(
    @Root() { id }: Territory,
    @Args(() => TrendArguments) { from, to, by }: TrendArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<IndicatorPeriod[] | null> {
    const period = periodOf(from, to);
    if (context.isStaffOf(id)) {
      const parts = by === IndicatorInterval.MONTH ? monthsOf(period) : yearsOf(period);
      return selectPeriods(context, id, parts);
    }
    if (by === IndicatorInterval.MONTH) return null;
    const years = await loadPublicYears(context, id);
    return years.filter((year) => year.from >= period.from && year.to <= period.to);
  }

  @FieldResolver(() => IndicatorFunnel, {
    nullable: true,
    description: `From first contact to settling, of the households first in touch within a period, until today. ${PUBLIC_COHORT}`,
  })
  async funnel(
    @Root() { id }: Territory,
    @Args(() => CohortArguments) cohort: CohortArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<IndicatorFunnel | null> {
    const period = cohortOf(context, id, cohort);
    if (!period) return null;
    const rows = await selectWays(context, id, period, reportingDate());
    return {
      from: cohort.from ? period.from : null,
      to: period.to,
      steps: funnelOf(rows, context.isStaffOf(id), context.origin.locale, await loadFigures(context, id)),
      demonstration: rows.some(({ demonstration }) => demonstration),
    };
  }

  @FieldResolver(() => IndicatorOrigins, {
    nullable: true,
    description: `Where the households first in touch within a period come from. ${PUBLIC_COHORT}`,
  })
  async contactOrigins(
    @Root() { id }: Territory,
    @Args(() => CohortArguments) cohort: CohortArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<IndicatorOrigins | null> {
    const period = cohortOf(context, id, cohort);
    if (!period) return null;
    const rows = await selectWays(context, id, period, reportingDate());
    return originsOf(rows, context.isStaffOf(id), await loadFigures(context, id));
  }

  @FieldResolver(() => [CommuneShare], {
    nullable: true,
    description: `Where those who settled within a period live. ${PUBLIC_COHORT}`,
  })
  async installationsByCommune(
    @Root() { id }: Territory,
    @Args(() => CohortArguments) cohort: CohortArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<CommuneShare[] | null> {
    const period = cohortOf(context, id, cohort);
    if (!period) return null;
    const rows = await selectCommuneRows(context, id, period);
    return context.isStaffOf(id) ? exactCommunes(rows) : publicCommunes(rows);
  }
}

/** The period that somebody may ask about: members any, others the whole alone; null for what is not theirs to ask. */
function cohortOf(
  context: SubgraphContext,
  territoryId: string,
  { from, to }: CohortArguments,
): Period | null {
  if ((from || to) && !context.isStaffOf(territoryId)) return null;
  const today = reportingDate();
  return periodOf(from ?? new Date(FIRST_DAY), to ?? new Date(today), today);
}
