import { formatShare } from '#lib/format/figures.ts';
import type { Technology } from '#lib/graphql/generated/graphql.ts';
import { speedLabel, technologyLabel } from '#lib/map/labels.ts';
import { classOrder } from '#lib/map/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import { type Answer, type ComparedCommune, type Group, type Line, line } from './lines.ts';

type Broadband = NonNullable<ComparedCommune['broadband']>;

const technologies: Technology[] = ['FIBRE', 'CABLE', 'COPPER', 'FIXED_4G', 'SATELLITE'];

/** Internet by speed and by technology. Satellite never counts as broadband, so nobody is best at it. */
export const broadbandGroup = (communes: ComparedCommune[]): Group => ({
  key: 'internet',
  title: m.broadband_title(),
  lines: [
    line(
      m.legend_speed(),
      communes,
      ({ broadbandClass, broadband }) => ({
        text: speedLabel(broadbandClass),
        score: broadbandClass && classOrder.indexOf(broadbandClass),
        sources: sourcesOf(broadband),
      }),
      m.compare_best_fastest(),
    ),
    shareLine(m.speed_from_1000(), communes, ({ wiredEligibility }) => wiredEligibility.atLeast1000),
    shareLine(m.speed_from_100(), communes, ({ wiredEligibility }) => wiredEligibility.atLeast100),
    shareLine(m.speed_from_30(), communes, ({ wiredEligibility }) => wiredEligibility.atLeast30),
    shareLine(m.speed_from_8(), communes, ({ wiredEligibility }) => wiredEligibility.atLeast8),
    ...technologies.map((technology) =>
      shareLine(
        technologyLabel(technology),
        communes,
        (broadband) => broadband.technologies.find((entry) => entry.technology === technology)?.share ?? null,
        technology !== 'SATELLITE',
      ),
    ),
  ],
});

function shareLine(
  label: string,
  communes: ComparedCommune[],
  share: (broadband: Broadband) => number | null,
  ranked = true,
): Line {
  const answer = ({ broadband }: ComparedCommune): Answer => {
    const value = broadband && share(broadband);
    return value === null
      ? { text: m.not_known(), score: null }
      : { text: formatShare(value), score: ranked ? value : null, sources: sourcesOf(broadband) };
  };
  return line(label, communes, answer, m.compare_best_share());
}

const sourcesOf = (broadband: Broadband | null) => (broadband ? [broadband.source] : []);
