import { buffer } from 'node:stream/consumers';
import figtree from '@expo-google-fonts/figtree/400Regular/Figtree_400Regular.ttf?inline';
import figtreeStrong from '@expo-google-fonts/figtree/600SemiBold/Figtree_600SemiBold.ttf?inline';
import newsreader from '@expo-google-fonts/newsreader/400Regular/Newsreader_400Regular.ttf?inline';
import PDFDocument from 'pdfkit';
import type { ThemeColours } from '#lib/theme/colours.ts';
import { frenchSpaces } from './french-spaces.ts';

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

type Pdf = InstanceType<typeof PDFDocument>;
type Font = 'serif' | 'sans' | 'strong';

const fonts: Record<Font, string> = { serif: newsreader, sans: figtree, strong: figtreeStrong };
const margin = 64;
/** Of A4, in points. */
const width = 595.28 - 2 * margin;
/** Ink that reads on white paper whatever a territory chose. */
const ink = '#1d2326';
const muted = '#565f63';

/** A sheet for newsrooms: A4, tagged for screen readers, with the site's own letters. */
export function pressSheet(sheet: PressSheet): Promise<Buffer> {
  const say = sheet.locale === 'fr' ? frenchSpaces : (text: string) => text;
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: sheet.locale,
    displayTitle: true,
    // The library takes a font's bytes here as well; its types know names alone.
    font: bytesOf(figtree) as unknown as string,
    info: { Title: sheet.title, Author: sheet.site, Subject: sheet.summary, CreationDate: sheet.createdAt },
  });
  for (const [name, source] of Object.entries(fonts)) {
    pdf.registerFont(name, bytesOf(source));
  }
  const whole = buffer(pdf);
  const document = pdf.struct('Document');
  pdf.addStructure(document);
  /** One passage, tagged for what it is. */
  const write = (tag: string, text: string, font: Font, size: number, gap: number, colour = ink) =>
    document.add(
      pdf.struct(tag, {}, () => {
        pdf
          .font(font)
          .fontSize(size)
          .fillColor(colour)
          .text(say(text), { width, lineGap: size * 0.28 });
        pdf.y += gap;
      }),
    );

  band(pdf, sheet.colours.accent);
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
  rule(pdf, sheet.colours.accent);
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
  document.end();
  pdf.end();
  return whole;
}

/** What is only to be looked at is marked so: a screen reader passes over it. */
function decoration(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
}

const band = (pdf: Pdf, colour: string): void =>
  decoration(pdf, () => {
    pdf.rect(0, 0, 595.28, 14).fill(colour);
  });

const rule = (pdf: Pdf, colour: string): void =>
  decoration(pdf, () => {
    pdf.rect(margin, pdf.y, 44, 2.5).fill(colour);
    pdf.y += 14;
  });

const bytesOf = (address: string): Buffer => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
