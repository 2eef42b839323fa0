import type { SubgraphContext } from '@ancrage/subgraph';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { suppress, suppressAround, suppressBreakdown } from '@ancrage/subgraph/suppression';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Territory } from '../references.js';
import { AccompanimentIndicators } from './accompaniment-indicators.js';
import { type AccompanimentFigures, loadFigures } from './figures.queries.js';

@Resolver(() => Territory)
export class TerritoryFiguresResolver {
  @FieldResolver(() => AccompanimentIndicators, { nullable: true })
  async accompanimentIndicators(
    @Root() { id }: Territory,
    @Ctx() context: SubgraphContext,
  ): Promise<AccompanimentIndicators> {
    const figures = await loadFigures(context, id);
    const counts = context.isStaffOf(id) ? exactCounts(figures) : publicCounts(figures);
    return { ...counts, asOf: reportingDate(), demonstration: figures.demonstration };
  }
}

const exactCounts = ({
  prospects,
  attended,
  effective,
  planned,
  people,
  children,
}: AccompanimentFigures) => ({
  prospects,
  prospectsAttended: attended,
  installationsEffective: effective,
  installationsPlanned: planned,
  peopleWelcomed: people,
  childrenWelcomed: children,
});

/** What a region may not publish of a territory, the territory's own page must not give away. */
function publicCounts(figures: AccompanimentFigures) {
  const { prospects, attended, effective, planned, people, children } = figures;
  // Of the people welcomed those who are not children are adults: the one count gives the other away.
  const [childrenWelcomed] = suppressBreakdown([children, people - children]);
  return {
    // Among the households that came into contact are those that went on: who did not must not be few either.
    prospects: suppressAround(prospects, [attended, effective, planned, effective + planned]).value,
    prospectsAttended: suppress(attended).value,
    installationsEffective: suppress(effective).value,
    installationsPlanned: suppress(planned).value,
    peopleWelcomed: suppress(people).value,
    childrenWelcomed: childrenWelcomed?.value ?? null,
  };
}
