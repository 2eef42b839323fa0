import { formatNumber, formatShare } from '#lib/format/figures.ts';
import type {
  SettledInFragment,
  WayOriginFragment,
  WayStepFragment,
} from '#lib/graphql/generated/graphql.ts';
import { channelLabel } from '#lib/origin/channel-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { householdsBehind } from './households-address.ts';

type Span = { from: string; to: string };
export type Bar = {
  key: string;
  label: string;
  value: number | null;
  words: string;
  hint?: string;
  href?: string | null;
};

/** The steps of a way as bars, each with its share of the first contacts. `span` for agents: their lists open. */
export function funnelBars(steps: readonly WayStepFragment[], span: Span | null): Bar[] {
  const all = steps[0]?.value ?? null;
  return steps.map(({ key, label, rule, value, suppressed, households }, index) => {
    const count = suppressed ? null : (value ?? null);
    const share = count !== null && all && index > 0 ? ` · ${formatShare(count / all)}` : '';
    return {
      key,
      label,
      hint: rule,
      value: count,
      words: count === null ? m.indicators_kept_back() : formatNumber(count) + share,
      href: span && households ? householdsBehind({ step: key, ...span }) : null,
    };
  });
}

/** Where households come from as bars; channels that brought nobody are left out. */
export const originBars = (
  shares: readonly WayOriginFragment[],
  touch: 'FIRST' | 'LAST',
  span: Span | null,
): Bar[] =>
  shares
    .filter(({ contacts, suppressed }) => suppressed || contacts !== 0)
    .map(({ channel, contacts, suppressed, attended, installed, households }) => ({
      key: channel ?? '',
      label: channel ? channelLabel(channel) : m.promotion_origin_unknown(),
      value: suppressed ? null : (contacts ?? null),
      words: suppressed ? m.indicators_kept_back() : formatNumber(contacts ?? 0),
      ...(typeof attended === 'number' &&
        typeof installed === 'number' && {
          hint: m.indicators_origin_hint({
            attended: formatNumber(attended),
            installed: formatNumber(installed),
          }),
        }),
      href: span && households ? householdsBehind({ touch, channel: channel ?? null, ...span }) : null,
    }));

/** Where households settled as bars. */
export const communeBars = (shares: readonly SettledInFragment[], span: Span | null): Bar[] =>
  shares.map(({ commune, installations, people, households }) => ({
    key: commune?.code ?? '',
    label: commune ? (commune.name ?? commune.code) : m.indicators_other_communes(),
    hint: m.indicators_people({ count: people, total: formatNumber(people) }),
    value: installations,
    words: formatNumber(installations),
    href:
      span && households && commune
        ? householdsBehind({ figure: 'EFFECTIVE', commune: commune.code, ...span })
        : null,
  }));
