/** One entry of a feed. Addresses are whole; times are RFC 3339. */
export type AtomEntry = {
  address: string;
  title: string;
  summary: string;
  paragraphs: readonly string[];
  /** When it first showed, where that is known. */
  publishedAt?: string | null;
  updatedAt: string;
};

/** A feed: who writes it, where it is, what it holds. `since` dates a feed without entries. */
export type AtomFeed = {
  address: string;
  page: string;
  title: string;
  subtitle: string;
  author: string;
  locale: string;
  since: string;
  entries: readonly AtomEntry[];
};

/** A feed as Atom 1.0 (RFC 4287). */
export function atomOf(feed: AtomFeed): string {
  const updated =
    feed.entries
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1) ?? feed.since;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.locale)}">`,
    element('id', feed.address),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', updated),
    `<author>${element('name', feed.author)}</author>`,
    link('self', feed.address, 'application/atom+xml'),
    link('alternate', feed.page, 'text/html'),
    ...feed.entries.map(entryOf),
    '</feed>',
    '',
  ].join('\n');
}

const entryOf = (entry: AtomEntry): string =>
  [
    '<entry>',
    element('id', entry.address),
    element('title', entry.title),
    ...(entry.publishedAt ? [element('published', entry.publishedAt)] : []),
    element('updated', entry.updatedAt),
    link('alternate', entry.address, 'text/html'),
    element('summary', entry.summary),
    `<content type="html">${escaped(entry.paragraphs.map((text) => `<p>${escaped(text)}</p>`).join(''))}</content>`,
    '</entry>',
  ].join('\n');

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;
const link = (relation: string, address: string, type: string): string =>
  `<link rel="${relation}" type="${type}" href="${escaped(address)}"/>`;

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML writes it; what XML 1.0 can't hold at all is left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
