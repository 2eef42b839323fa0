import type { SubgraphContext } from '@ancrage/subgraph';
import type { AskNeighbour } from '../neighbour/ask-neighbour.js';
import { IndicatorKey } from './indicator-key.js';
import type { ElsewhereFigure } from './snapshot-content.js';

const OF_DIRECTORY = `query SolosOnADay($territory: [_Any!]!, $day: Date!) {
  _entities(representations: $territory) {
    ... on Territory { directoryIndicatorsOn(day: $day) { solosIdentified solosPublished } }
  }
}`;
const OF_TERRITORY = `query OfferOfToday { territory { offerIndicators { communesQualified fibreShare } } }`;

interface OfDirectory {
  _entities: [{ directoryIndicatorsOn: { solosIdentified: number | null; solosPublished: number } | null }];
}
interface OfTerritory {
  territory: { offerIndicators: { communesQualified: number; fibreShare: number | null } } | null;
}

/**
 * What the other services count, asked of them with the member's own rights: nobody else has a say in it. Solos as they
 * were on the day, the offer as it is today, as it has no history. Rejects when one of them does not answer.
 */
export async function readFiguresElsewhere(
  context: SubgraphContext,
  ask: AskNeighbour,
  day: string,
): Promise<ElsewhereFigure[]> {
  const territory = [{ __typename: 'Territory', id: context.requireTerritory() }];
  const [directory, offer] = await Promise.all([
    ask<OfDirectory>(context, 'directory', { query: OF_DIRECTORY, variables: { territory, day } }),
    ask<OfTerritory>(context, 'territory', { query: OF_TERRITORY, variables: {} }),
  ]);
  const solos = directory._entities[0].directoryIndicatorsOn;
  const indicators = offer.territory?.offerIndicators;
  return [
    { key: IndicatorKey.SOLOS_IDENTIFIED, value: solos?.solosIdentified ?? null },
    { key: IndicatorKey.SOLOS_PUBLISHED, value: solos?.solosPublished ?? null },
    { key: IndicatorKey.COMMUNES_QUALIFIED, value: indicators?.communesQualified ?? null },
    { key: IndicatorKey.FIBRE_SHARE, value: indicators?.fibreShare ?? null },
  ];
}
