import type { LetterPart } from './letter-content.js';

/** The colours of a letter, as #rrggbb. */
export interface LetterColours {
  accent: string;
  paper: string;
  ink: string;
}

/** What a letter's page is made of. */
export interface LetterPage {
  subject: string;
  locale: string;
  parts: readonly LetterPart[];
  territory: { name: string; site: string; colours?: LetterColours | null };
  /** Where news are stopped; only in letters that nobody asked for. */
  stopHref?: string | null;
}

const COLOURS: LetterColours = { accent: '#1f6650', paper: '#fbf8f2', ink: '#22291f' };
const COLOUR = /^#[0-9a-f]{6}$/i;
const SANS = "'Figtree', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
const SERIF = "'Newsreader', Georgia, 'Times New Roman', serif";

/** The MJML document of a letter, in the colours and the language of its territory. All texts are escaped. */
export function letterMjml({ subject, locale, parts, territory, stopHref }: LetterPage): string {
  const { accent, paper, ink } = coloursOf(territory.colours);
  const body = parts.filter((part) => part.kind !== 'quiet');
  const quiet = parts.filter((part) => part.kind === 'quiet');
  const first = parts.find((part, index) => part.kind === 'text' && index > 0) ?? parts[0];
  return `<mjml lang="${locale === 'en' ? 'en' : 'fr'}">
<mj-head>
<mj-title>${escaped(subject)}</mj-title>
<mj-preview>${first?.kind === 'text' ? escaped(first.text.slice(0, 140)) : escaped(subject)}</mj-preview>
<mj-attributes>
<mj-all font-family="${SANS}" />
<mj-text font-size="16px" line-height="1.55" color="${ink}" padding="8px 28px" />
<mj-table font-size="16px" line-height="1.5" color="${ink}" padding="8px 28px" />
<mj-button background-color="${accent}" color="${paper}" font-size="16px" font-weight="600" border-radius="8px" inner-padding="14px 24px" padding="14px 28px" align="left" />
</mj-attributes>
<mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>
<mj-style>
a { color: ${accent}; }
h1, h2 { margin: 0; font-weight: 400; font-family: ${SERIF}; }
th { text-align: left; }
@media (prefers-color-scheme: dark) {
  .letter-out, .letter-out > table { background: #16181a !important; }
  .letter-sheet, .letter-sheet > table { background: #202326 !important; }
  .letter-words div, .letter-words table, .letter-words th, .letter-words td, .letter-words h1, .letter-words h2 { color: #eceae4 !important; }
  .letter-words a { color: #eceae4 !important; }
}
</mj-style>
</mj-head>
<mj-body background-color="${mix(ink, paper, 0.07)}" width="600px" css-class="letter-out">
<mj-section padding="24px 0 0"><mj-column css-class="letter-words"><mj-text padding="8px 28px"><a href="${escaped(
    territory.site,
  )}" style="font: 400 20px/1.3 ${SERIF}; color: ${ink}; text-decoration: none;">${escaped(territory.name)}</a></mj-text></mj-column></mj-section>
<mj-section background-color="${paper}" border-top="4px solid ${accent}" padding="20px 0 24px" css-class="letter-sheet"><mj-column css-class="letter-words">
<mj-text padding="8px 28px 4px"><h1 style="font-size: 24px; line-height: 1.25;">${escaped(subject)}</h1></mj-text>
${body.map((part) => partMjml(part, ink)).join('\n')}
</mj-column></mj-section>
<mj-section padding="8px 0 32px"><mj-column css-class="letter-words">
${quiet.map((part) => partMjml(part, ink)).join('\n')}
${stopHref ? stopMjml(stopHref, locale, ink) : ''}
<mj-text font-size="14px">${escaped(territory.name)}<br /><a href="${escaped(territory.site)}" style="color: ${ink};">${escaped(
    new URL(territory.site).host,
  )}</a></mj-text>
</mj-column></mj-section>
</mj-body>
</mjml>`;
}

function partMjml(part: LetterPart, ink: string): string {
  switch (part.kind) {
    case 'text':
      return `<mj-text>${lines(part.text)}</mj-text>`;
    case 'facts':
      return `<mj-table role="table">${part.rows
        .map(
          ([label, value]) =>
            `<tr><th scope="row" style="padding: 4px 16px 4px 0; vertical-align: top; font-weight: 600; word-break: normal;">${escaped(label)}</th><td style="padding: 4px 0; vertical-align: top;">${lines(value)}</td></tr>`,
        )
        .join('')}</mj-table>`;
    case 'button':
      // The name of a link that is its own address would break a button.
      return part.label === part.href
        ? `<mj-text>${link(part.href, part.href, ink)}</mj-text>`
        : `<mj-button href="${escaped(part.href)}">${escaped(part.label)}</mj-button>`;
    case 'item':
      return `<mj-text padding="16px 28px 8px"><h2 style="font-size: 20px; line-height: 1.3;">${escaped(part.title)}</h2>${lines(
        part.text,
      )}<br />${link(part.href, part.label, ink)}</mj-text>`;
    case 'quiet':
      return `<mj-text font-size="14px">${lines(part.text)}</mj-text>`;
  }
}

const stopMjml = (href: string, locale: string, ink: string) =>
  `<mj-text font-size="14px">${link(
    href,
    locale === 'en' ? 'Stop these news' : 'Ne plus recevoir ces nouvelles',
    ink,
  )}</mj-text>`;

const link = (href: string, label: string, ink: string) =>
  `<a href="${escaped(href)}" style="color: ${ink}; word-break: break-word;">${escaped(label)}</a>`;

const lines = (text: string) => escaped(text).replaceAll('\n', '<br />');

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no XML holds them, and one would cost the whole page.
  const printable = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '');
  return printable.replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
}

/** Colours that are none, in a card of whatever age, give way to those of the platform. */
function coloursOf(colours: LetterColours | null | undefined): LetterColours {
  const valid =
    colours && [colours.accent, colours.paper, colours.ink].every((colour) => COLOUR.test(colour));
  return valid ? colours : COLOURS;
}

/** So much of one colour in another. */
function mix(colour: string, into: string, share: number): string {
  const channel = (text: string, at: number) => Number.parseInt(text.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) =>
    Math.round(channel(colour, at) * share + channel(into, at) * (1 - share)),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
