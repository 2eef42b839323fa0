import { figureWords, partName, restsOn } from '#lib/indicators/figure-words.ts';
import type { Cell } from '#lib/list/csv.ts';
import { channelLabel } from '#lib/origin/channel-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { definitionIn, type Report } from './report.ts';

/** The columns of a report as a table. */
export const reportHead = (): string[] => [
  m.indicators_csv_part(),
  m.indicators_csv_figure(),
  m.indicators_csv_of(),
  m.indicators_csv_from(),
  m.indicators_csv_to(),
  m.indicators_csv_value(),
  m.indicators_csv_note(),
  m.indicators_csv_rule(),
  m.indicators_csv_since(),
];

/** A report as rows: what is unknown or kept back is an empty cell with a note, never a zero. */
export async function* reportRows(report: Report): AsyncGenerator<Cell[][]> {
  yield [...figureRows(report), ...trendRows(report)];
  yield [...wayRows(report), ...communeRows(report)];
}

function figureRows(report: Report): Cell[][] {
  return report.figures.flatMap((figure) => {
    const definition = definitionIn(report, figure.key);
    if (!definition) return [];
    const shown = figure.suppressed ? null : (figure.value ?? null);
    return [
      [
        m.indicators_key_figures(),
        definition.label,
        null,
        report.from,
        report.to,
        shown,
        shown === null ? figureWords(figure, definition.unit) : restsOn(figure),
        definition.rule,
        definition.since,
      ],
    ];
  });
}

function trendRows(report: Report): Cell[][] {
  return report.trend.flatMap((part) =>
    part.figures.flatMap((figure) => {
      const definition = definitionIn(report, figure.key);
      if (!definition) return [];
      const shown = figure.suppressed ? null : (figure.value ?? null);
      const note = shown === null ? figureWords(figure, definition.unit) : null;
      return [
        [
          m.indicators_trend(),
          definition.label,
          partName(part, report.by),
          part.from,
          part.to,
          shown,
          note,
          definition.rule,
          definition.since,
        ],
      ];
    }),
  );
}

function wayRows({ steps, origins, from, to }: Report): Cell[][] {
  const count = (value: number | null | undefined, suppressed: boolean): [Cell, Cell] =>
    suppressed ? [null, m.indicators_kept_back()] : [value ?? null, null];
  const touches = origins
    ? [
        { label: m.indicators_first_touch(), shares: origins.first },
        { label: m.indicators_last_touch(), shares: origins.last },
      ]
    : [];
  return [
    ...steps.map(({ label, rule, value, suppressed }): Cell[] => [
      m.indicators_funnel(),
      label,
      null,
      from,
      to,
      ...count(value, suppressed),
      rule,
      null,
    ]),
    ...touches.flatMap(({ label, shares }) =>
      shares.map(({ channel, contacts, suppressed }): Cell[] => [
        m.indicators_origin(),
        channel ? channelLabel(channel) : m.promotion_origin_unknown(),
        label,
        from,
        to,
        ...count(contacts, suppressed),
        m.indicators_origin_rule(),
        null,
      ]),
    ),
  ];
}

function communeRows({ communes, from, to }: Report): Cell[][] {
  return communes.flatMap(({ commune, installations, people }): Cell[][] => {
    const name = commune ? (commune.name ?? commune.code) : m.indicators_other_communes();
    return [
      [
        m.indicators_communes(),
        name,
        m.indicators_installations(),
        from,
        to,
        installations,
        null,
        null,
        null,
      ],
      [m.indicators_communes(), name, m.indicators_people_column(), from, to, people, null, null, null],
    ];
  });
}
