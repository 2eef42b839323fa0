import type { FigureFragment, PublicIndicatorsQuery } from '#lib/graphql/generated/graphql.ts';
import { elsewhereFigure } from '#lib/indicators/figure-groups.ts';

/** The figures of today as everybody may read them. A count that is null is kept back; a share that is null is unknown. */
export function publicFigures({
  accompanimentIndicators: welcome,
  directoryIndicators: solos,
  offerIndicators: offer,
}: NonNullable<PublicIndicatorsQuery['territory']>): FigureFragment[] {
  const count = (
    key: FigureFragment['key'],
    of: object | null | undefined,
    value: number | null | undefined,
  ) => (of ? [{ ...elsewhereFigure(key, value), suppressed: value === null || value === undefined }] : []);
  return [
    ...count('PROSPECTS', welcome, welcome?.prospects),
    ...count('ATTENDED', welcome, welcome?.prospectsAttended),
    ...count('PLANNED', welcome, welcome?.installationsPlanned),
    ...count('EFFECTIVE', welcome, welcome?.installationsEffective),
    ...count('PEOPLE', welcome, welcome?.peopleWelcomed),
    ...count('CHILDREN', welcome, welcome?.childrenWelcomed),
    ...count('SOLOS_IDENTIFIED', solos, solos?.solosIdentified),
    ...count('SOLOS_PUBLISHED', solos, solos?.solosPublished),
    elsewhereFigure('COMMUNES_QUALIFIED', offer.communesQualified),
    elsewhereFigure('FIBRE_SHARE', offer.fibreShare),
  ];
}
