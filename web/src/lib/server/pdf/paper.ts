import { buffer } from 'node:stream/consumers';
import figtree from '@expo-google-fonts/figtree/400Regular/Figtree_400Regular.ttf?inline';
import figtreeStrong from '@expo-google-fonts/figtree/600SemiBold/Figtree_600SemiBold.ttf?inline';
import newsreader from '@expo-google-fonts/newsreader/400Regular/Newsreader_400Regular.ttf?inline';
import PDFDocument from 'pdfkit';
import { frenchSpaces } from '../news/french-spaces.ts';

type Font = 'serif' | 'sans' | 'strong';

const fonts: Record<Font, string> = { serif: newsreader, sans: figtree, strong: figtreeStrong };
export const margin = 64;
/** Of A4, in points. */
export const width = 595.28 - 2 * margin;
export const height = 841.89;
/** Ink that reads on white paper whatever a territory chose. */
export const ink = '#1d2326';
export const muted = '#565f63';

export type Paper = ReturnType<typeof openPaper>;

/** Paper to write on from top to bottom: A4, tagged for screen readers, with the site's own letters. */
export function openPaper(about: {
  locale: string;
  title: string;
  author: string;
  subject: string;
  createdAt?: Date;
  /** Keeps pages open, for what is only known at the end. */
  bufferPages?: boolean;
}) {
  const say = about.locale === 'fr' ? frenchSpaces : (text: string) => text;
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: about.locale,
    displayTitle: true,
    bufferPages: about.bufferPages ?? false,
    // The library takes a font's bytes here as well; its types know names alone.
    font: bytesOf(figtree) as unknown as string,
    info: {
      Title: about.title,
      Author: about.author,
      Subject: about.subject,
      CreationDate: about.createdAt ?? new Date(),
    },
  });
  for (const [name, source] of Object.entries(fonts)) {
    pdf.registerFont(name, bytesOf(source));
  }
  const whole = buffer(pdf);
  const document = pdf.struct('Document');
  pdf.addStructure(document);

  /** What is only to be looked at is marked so: a screen reader passes over it. */
  const decoration = (draw: () => void): void => {
    pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    pdf.endMarkedContent();
  };
  return {
    pdf,
    document,
    decoration,
    /** One passage, tagged for what it is; `indent` in points. */
    write: (tag: string, text: string, font: Font, size: number, gap: number, colour = ink, indent = 0) =>
      document.add(
        pdf.struct(tag, {}, () => {
          pdf
            .font(font)
            .fontSize(size)
            .fillColor(colour)
            .text(say(text), margin + indent, pdf.y, { width: width - indent, lineGap: size * 0.28 });
          pdf.y += gap;
        }),
      ),
    band: (colour: string): void =>
      decoration(() => {
        pdf.rect(0, 0, 595.28, 14).fill(colour);
      }),
    rule: (colour: string): void =>
      decoration(() => {
        pdf.rect(margin, pdf.y, 44, 2.5).fill(colour);
        pdf.y += 14;
      }),
    /** Below the text of the page that is open. */
    foot: (text: string): void =>
      decoration(() => {
        const { bottom } = pdf.page.margins;
        pdf.page.margins.bottom = 0;
        pdf
          .font('sans')
          .fontSize(8.5)
          .fillColor(muted)
          .text(say(text), margin, height - 40, { width, lineBreak: false });
        pdf.page.margins.bottom = bottom;
      }),
    close: (): Promise<Buffer> => {
      document.end();
      pdf.end();
      return whole;
    },
  };
}

const bytesOf = (address: string): Buffer => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
