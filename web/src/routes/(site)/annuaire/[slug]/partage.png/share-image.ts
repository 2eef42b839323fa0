import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { slopesScene } from '#lib/server/landscape/crests.scene.ts';
import type { ThemeColours } from '#lib/theme/colours.ts';

/** What a shared link shows of somebody. */
export type ShareFacts = { name: string; activity: string; place: string | null; territory: string };

const width = 1200;
const height = 630;
const margin = 80;

/** Fonts of the site, as files: a server may have none. */
const { resolve } = createRequire(import.meta.url);
const family = '@expo-google-fonts/newsreader';
const fontFiles = [
  resolve(`${family}/400Regular/Newsreader_400Regular.ttf`),
  resolve(`${family}/500Medium/Newsreader_500Medium.ttf`),
];

/** A picture of 1200 × 630 pixels: the name over the territory's slopes, in its colours. PNG. */
export function shareImage(facts: ShareFacts, colours: ThemeColours): Buffer {
  return new Resvg(drawn(facts, colours), {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Newsreader' },
  })
    .render()
    .asPng();
}

/** The same as SVG. */
export function drawn({ name, activity, place, territory }: ShareFacts, colours: ThemeColours): string {
  const { accent, paper, ink } = colours;
  const { lines, size } = fitted(name);
  const below = 190 + lines.length * size * 1.08;
  const words = (y: number, letters: number, colour: string, content: string, weight = 400) =>
    `<text x="${margin}" y="${Math.round(y)}" font-family="Newsreader" font-weight="${weight}" font-size="${letters}" fill="${colour}">${escaped(content)}</text>`;
  const scene = slopesScene(`partage ${territory}`, colours).replace(
    '<svg ',
    `<svg x="0" y="290" width="${width}" height="265" `,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${paper}"/>${scene}${words(110, 34, accent, cut(activity, 60), 500)}${lines.map((line, index) => words(200 + index * size * 1.08, size, ink, line)).join('')}${place ? words(below, 34, ink, cut(place, 60)) : ''}${words(600, 30, ink, cut(territory, 70), 500)}</svg>`;
}

/** A name on one line, or on two in smaller letters; what is longer still is cut. */
function fitted(name: string): { lines: string[]; size: number } {
  if (name.length <= 24) {
    return { lines: [name], size: 84 };
  }
  const [first = '', ...others] = name.split(' ');
  const lines = [first];
  for (const word of others) {
    const last = lines.length - 1;
    if (`${lines[last]} ${word}`.length <= 30) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, 2).map((line) => cut(line, 32));
  return {
    lines: lines.length > 2 ? [shown[0] as string, `${cut(shown[1] as string, 30)}…`] : shown,
    size: 64,
  };
}

const cut = (words: string, longest: number) => {
  const letters = [...words];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : words;
};

const escaped = (words: string) =>
  words
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML allows none of them.
    .replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
