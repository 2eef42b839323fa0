import type { ThemeColours } from '#lib/theme/colours.ts';
import { ink, muted, openPaper, width } from '../pdf/paper.ts';

/** What a press sheet says; every text is in the reader's language. */
export type PressSheet = {
  locale: string;
  /** Who issues it. */
  site: string;
  eyebrow: string;
  title: string;
  summary: string;
  /** Short facts with their names: date, commune, know-how. */
  facts: readonly { name: string; value: string }[];
  paragraphs: readonly string[];
  contact: { title: string; lines: readonly string[]; address: string };
  /** Said where the arrival is invented. */
  demonstration: string | null;
  colours: ThemeColours;
  createdAt: Date;
};

/** A sheet for newsrooms: A4, tagged for screen readers, with the site's own letters. */
export function pressSheet(sheet: PressSheet): Promise<Buffer> {
  const paper = openPaper({ ...sheet, author: sheet.site, subject: sheet.summary });
  const { pdf, document, write } = paper;
  paper.band(sheet.colours.accent);
  write('P', `${sheet.site} · ${sheet.eyebrow}`, 'strong', 10, 22, muted);
  if (sheet.demonstration) {
    write('P', sheet.demonstration, 'strong', 10, 14);
  }
  write('H1', sheet.title, 'serif', 28, 8);
  write('P', sheet.summary, 'sans', 13.5, 16);
  for (const { name, value } of sheet.facts) {
    write('P', `${name} : ${value}`, 'sans', 10.5, 2, muted);
  }
  pdf.y += 16;
  for (const paragraph of sheet.paragraphs) {
    write('P', paragraph, 'serif', 12.5, 9);
  }
  pdf.y += 14;
  paper.rule(sheet.colours.accent);
  write('H2', sheet.contact.title, 'strong', 11.5, 4);
  for (const line of sheet.contact.lines) {
    write('P', line, 'sans', 10.5, 1);
  }
  document.add(
    pdf.struct('P', {}, () => {
      pdf
        .font('sans')
        .fontSize(10.5)
        .fillColor(ink)
        .text(sheet.contact.address, { width, link: sheet.contact.address });
    }),
  );
  return paper.close();
}
