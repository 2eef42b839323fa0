import { parseFeed } from '@rowanmanning/feed-parser';
import { describe, expect, it } from 'vitest';
import { type AtomFeed, atomOf } from './atom.ts';

const feed: AtomFeed = {
  address: 'https://pays.test/actualites/atom.xml',
  page: 'https://pays.test/actualites',
  title: 'Arrivées & nouvelles',
  subtitle: 'Qui arrive',
  author: 'Le pays',
  locale: 'fr',
  since: '2026-01-01T00:00:00.000Z',
  entries: [
    {
      address: 'https://pays.test/actualites/une',
      title: 'L’osier <b>revient</b>',
      summary: 'Tressé "main" & vendu\u0000 ici',
      paragraphs: ['Un <script>alert(1)</script>.', 'Deux.'],
      publishedAt: '2026-02-01T10:00:00.000Z',
      updatedAt: '2026-03-01T10:00:00.000Z',
    },
  ],
};

describe('the feed', () => {
  it('reads back as it was written, markup included', () => {
    const read = parseFeed(atomOf(feed));
    expect(read.meta).toMatchObject({ type: 'atom', version: '1.0' });
    const { title, language, self, url } = read;
    expect({ title, language, self, url }).toEqual({
      title: feed.title,
      language: 'fr',
      self: feed.address,
      url: feed.page,
    });
    expect(read.updated?.toISOString()).toBe('2026-03-01T10:00:00.000Z');
    const [item] = read.items;
    expect([item?.id, item?.title, item?.description]).toEqual([
      'https://pays.test/actualites/une',
      'L’osier <b>revient</b>',
      'Tressé "main" & vendu ici',
    ]);
    // Markup that was typed is text of the article: escaped in its HTML, which is escaped in the XML.
    expect(atomOf(feed)).toContain(
      '&lt;p&gt;Un &amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;.&lt;/p&gt;',
    );
  });

  it('is one without entries, too', () => {
    const read = parseFeed(atomOf({ ...feed, entries: [] }));
    expect(read.items).toHaveLength(0);
    expect(read.updated?.toISOString()).toBe(feed.since);
  });
});
