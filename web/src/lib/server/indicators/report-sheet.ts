import { formatDay } from '#lib/format/dates.ts';
import { figureGroups } from '#lib/indicators/figure-groups.ts';
import { figureWords, isShown, partLabel, restsOn } from '#lib/indicators/figure-words.ts';
import { communeBars, funnelBars, originBars } from '#lib/indicators/way-bars.ts';
import { m } from '#lib/paraglide/messages.js';
import { readable } from '#lib/theme/tokens.ts';
import { height, ink, margin, muted, openPaper, type Paper, width } from '../pdf/paper.ts';
import type { Report } from './report.ts';

type Dress = { locale: string; site: string; accent: string };
const bottom = height - margin;

/** A report for the elected: A4, tagged for screen readers, in the name and the colour of the territory; some four pages. */
export function reportSheet(report: Report, { locale, site, accent }: Dress): Promise<Buffer> {
  const title = m.indicators_report_title();
  const paper = openPaper({
    locale,
    title: `${title} · ${report.period}`,
    author: site,
    subject: report.period,
    bufferPages: true,
  });
  const { pdf, write } = paper;
  // Bars are told from white paper whatever a territory chose.
  const colour = readable(accent, ink, '#ffffff');
  paper.band(accent);
  write('P', site, 'strong', 10, 14, muted);
  write('H1', title, 'serif', 26, 4);
  write('P', report.period, 'serif', 15, 4);
  write('P', report.dated, 'sans', 9.5, 12, muted);
  if (report.demonstration) write('P', m.indicators_report_demonstration(), 'strong', 10, 12);
  if (report.comment) for (const passage of report.comment.split(/\n+/)) write('P', passage, 'serif', 12, 8);
  writeFigures(paper, report, colour);
  writeTrend(paper, report, colour);
  writeBars(paper, m.indicators_funnel(), funnelBars(report.steps, null), colour);
  if (report.origins)
    writeBars(
      paper,
      `${m.indicators_origin()} · ${m.indicators_first_touch()}`,
      originBars(report.origins.first, 'FIRST', null),
      colour,
    );
  writeBars(paper, m.indicators_communes(), communeBars(report.communes, null), colour);
  writeDefinitions(paper, report);
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    paper.foot(`${site} · ${report.period} · ${m.roster_pdf_page({ page: page + 1, pages: count })}`);
  }
  return paper.close();
}

/** Begins another page where what comes would be cut. */
const room = ({ pdf }: Paper, needed: number): void => {
  if (pdf.y + needed > bottom) pdf.addPage();
};

function heading(paper: Paper, text: string, needed: number): void {
  room(paper, needed);
  paper.pdf.y += 8;
  paper.write('H2', text, 'serif', 15, 6);
}

/** A line with what it counts at its end. */
function line(paper: Paper, label: string, value: string, shown: boolean, colour: string): void {
  room(paper, 22);
  const { pdf, document } = paper;
  const top = pdf.y;
  document.add(
    pdf.struct('P', {}, () => {
      pdf
        .font('sans')
        .fontSize(10.5)
        .fillColor(ink)
        .text(`${label} `, margin, top, { width: width * 0.66 });
      const below = pdf.y;
      pdf
        .font(shown ? 'strong' : 'sans')
        .fontSize(shown ? 12 : 10)
        .fillColor(shown ? colour : muted)
        .text(value, margin + width * 0.68, top, { width: width * 0.32, align: 'right' });
      pdf.y = Math.max(below, pdf.y) + 2;
    }),
  );
}

function writeFigures(paper: Paper, report: Report, colour: string): void {
  for (const { label, figures } of figureGroups(report.figures, report.definitions)) {
    heading(paper, label, 80);
    for (const { figure, definition } of figures) {
      const rests = restsOn(figure);
      const name = rests ? `${definition.label} (${rests})` : definition.label;
      line(paper, name, figureWords(figure, definition.unit), isShown(figure), colour);
    }
  }
}

function writeTrend(paper: Paper, { trend, definitions, by }: Report, colour: string): void {
  if (trend.length < 2) return;
  heading(paper, m.indicators_trend(), 170);
  for (const key of ['PROSPECTS', 'ATTENDED', 'EFFECTIVE', 'PLANNED'] as const) {
    const label = definitions.find((definition) => definition.key === key)?.label;
    if (!label) continue;
    const columns = trend.map((part) => {
      const figure = part.figures.find((candidate) => candidate.key === key);
      return { label: partLabel(part, by), value: figure?.suppressed ? null : (figure?.value ?? null) };
    });
    writeColumns(paper, label, columns, colour);
  }
}

/** Columns to be looked at, and the same as a sentence for who listens. */
function writeColumns(
  paper: Paper,
  label: string,
  columns: { label: string; value: number | null }[],
  colour: string,
): void {
  room(paper, 112);
  const { pdf, write, decoration } = paper;
  write('H3', label, 'strong', 10.5, 4);
  const top = pdf.y;
  const step = width / columns.length;
  const highest = Math.max(1, ...columns.map(({ value }) => value ?? 0));
  decoration(() => {
    columns.forEach(({ value }, index) => {
      const tall = ((value ?? 0) / highest) * 44;
      pdf.rect(margin + step * (index + 0.2), top + 44 - tall, step * 0.6, tall).fill(colour);
    });
    pdf.rect(margin, top + 44, width, 0.6).fill('#9aa3a7');
  });
  pdf.y = top + 48;
  const said = columns.map(({ label: part, value }) => `${part} ${value ?? '–'}`).join(' · ');
  write('P', said, 'sans', 8.5, 8, muted);
}

function writeBars(
  paper: Paper,
  title: string,
  bars: { label: string; value: number | null; words: string }[],
  colour: string,
): void {
  if (bars.length === 0) return;
  heading(paper, title, 90);
  const longest = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  for (const { label, value, words } of bars.slice(0, 20)) {
    line(paper, label, words, value !== null, colour);
    if (value === null) continue;
    paper.decoration(() => {
      paper.pdf.rect(margin, paper.pdf.y - 1, (value / longest) * width, 3).fill(colour);
      paper.pdf.y += 7;
    });
  }
}

function writeDefinitions(paper: Paper, { definitions, figures }: Report): void {
  heading(paper, m.indicators_definitions(), 80);
  for (const { key, label, rule, since } of definitions) {
    if (!figures.some((figure) => figure.key === key)) continue;
    room(paper, 40);
    paper.write('H3', label, 'strong', 9.5, 0);
    paper.write('P', `${rule} ${m.indicators_since({ date: formatDay(since) })}`, 'sans', 9, 5, muted);
  }
}
