import type { RequestEvent } from '@sveltejs/kit';
import { IndicatorBoardDocument } from '#lib/graphql/generated/graphql.ts';
import { elsewhereFigure } from '#lib/indicators/figure-groups.ts';
import type { Period } from '#lib/indicators/period.ts';
import { notFound } from '../failures.ts';
import { memberGateway } from '../member.ts';

/** All that members read of a period, from the services that count it; what does not answer is missing, never zero. */
export async function readBoard(event: RequestEvent, { from, to, by }: Period) {
  const gateway = await memberGateway(event);
  const { indicatorDefinitions, territory } = await gateway.ask(IndicatorBoardDocument, { from, to, by });
  if (!territory) {
    return notFound();
  }
  const { indicatorFigures: counted, indicatorTrend: trend, directoryIndicatorsOn: solos } = territory;
  // The offer has no past: what is known of it is of today.
  const offer =
    to === territory.offerIndicators.asOf.slice(0, 10) || isToday(to) ? territory.offerIndicators : null;
  return {
    definitions: indicatorDefinitions,
    figures: [
      ...(counted?.figures ?? []),
      elsewhereFigure('SOLOS_IDENTIFIED', solos?.solosIdentified),
      elsewhereFigure('SOLOS_PUBLISHED', solos?.solosPublished),
      elsewhereFigure('COMMUNES_QUALIFIED', offer?.communesQualified),
      elsewhereFigure('FIBRE_SHARE', offer?.fibreShare),
    ],
    trend: trimmed(trend ?? []),
    steps: territory.funnel?.steps ?? [],
    origins: territory.contactOrigins,
    communes: territory.installationsByCommune ?? [],
    demonstration: counted?.demonstration === true || solos?.demonstration === true,
  };
}

export type Board = Awaited<ReturnType<typeof readBoard>>;

const isToday = (day: string): boolean =>
  day === new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());

/** A trend without the parts before anything was recorded. */
function trimmed<Part extends { figures: readonly { total?: number | null }[] }>(
  parts: readonly Part[],
): Part[] {
  const first = parts.findIndex(({ figures }) => figures.some(({ total }) => total !== 0));
  return first === -1 ? [] : parts.slice(first);
}
