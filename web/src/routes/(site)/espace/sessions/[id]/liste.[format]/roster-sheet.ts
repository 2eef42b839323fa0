import { formatMoment } from '#lib/format/dates.ts';
import type { RosterHouseholdFragment } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { height, margin, muted, openPaper, type Paper, width } from '#lib/server/pdf/paper.ts';
import { personLabel } from '../jour/day-list.ts';
import { needsOf } from '../jour/needs.ts';

/** The list of households as it is printed; every text is in the reader's language. */
export type RosterSheet = {
  locale: string;
  site: string;
  title: string;
  when: string;
  demonstration: boolean;
  households: readonly RosterHouseholdFragment[];
  accent: string;
};

const bottom = height - margin;

/** The households of a session on A4, tagged for screen readers: a box to tick for each person, no household on two pages. */
export function rosterSheet(sheet: RosterSheet): Promise<Buffer> {
  const { households, title, site } = sheet;
  const paper = openPaper({ ...sheet, author: site, subject: m.roster_pdf_eyebrow(), bufferPages: true });
  const { pdf, write } = paper;
  paper.band(sheet.accent);
  write('P', `${site} · ${m.roster_pdf_eyebrow()}`, 'strong', 10, 14, muted);
  write('H1', title, 'serif', 24, 6);
  write('P', sheet.when, 'sans', 11.5, 4);
  const people = households.reduce((sum, each) => sum + each.people.length, 0);
  write('P', m.roster_pdf_summary({ households: households.length, people }), 'strong', 11.5, 4);
  write('P', m.roster_pdf_confidential(), 'sans', 9.5, 16, muted);
  if (sheet.demonstration) {
    write('P', m.roster_pdf_demonstration(), 'strong', 10, 12);
  }
  if (households.length === 0) {
    write('P', m.roster_pdf_none(), 'sans', 11.5, 0);
  }
  for (const household of households) {
    if (pdf.y + heightOf(household) > bottom) {
      pdf.addPage();
    }
    writeHousehold(paper, household);
  }
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    paper.foot(`${title} · ${m.roster_pdf_page({ page: page + 1, pages: count })}`);
  }
  return paper.close();
}

function writeHousehold({ pdf, write, decoration }: Paper, household: RosterHouseholdFragment): void {
  decoration(() => {
    pdf.rect(margin, pdf.y, width, 0.6).fill('#c9cfd2');
    pdf.y += 8;
  });
  write('H2', household.contactName ?? m.day_nobody(), 'strong', 12.5, 2);
  for (const person of household.people) {
    decoration(() => {
      pdf
        .rect(margin, pdf.y + 1.5, 9, 9)
        .lineWidth(0.8)
        .stroke(muted);
    });
    write('P', personLabel(person), 'sans', 10.5, 1, undefined, 16);
  }
  for (const line of linesOf(household)) {
    write('P', line, 'sans', 9.5, 1, muted);
  }
  pdf.y += 8;
}

const linesOf = ({ phone, needs, visits }: RosterHouseholdFragment): string[] => [
  ...(phone ? [phone] : []),
  ...needsOf(needs),
  ...visits.map(({ startsAt, title, place, host }) =>
    [formatMoment(startsAt), title, place, host].filter(Boolean).join(' · '),
  ),
];

/** Enough for a household, long remarks counted by their lines. */
const heightOf = (household: RosterHouseholdFragment): number =>
  42 +
  household.people.length * 15.5 +
  linesOf(household).reduce((sum, line) => sum + Math.ceil(line.length / 95) * 13.5, 0);
