import { expect, it } from 'vitest';
import { mailOf, type WaitingLetter } from './letter-mail.js';

const COLOURS = { accent: '#7a2e1d', paper: '#fffaf3', ink: '#1b2330' };
const CARD = {
  slug: 'foix',
  name: 'Pays de Foix & vallées',
  site: 'https://foix.exemple.fr',
  colours: COLOURS,
};
const LETTER: WaitingLetter = {
  id: '0d4b1f6e-6f0f-4d7b-9a55-2f60f5f3a111',
  sender: 'Pays de Foix',
  recipient: 'lea@exemple.fr',
  reply_to: null,
  subject: 'C’est confirmé : « Fête & <foire> »',
  body: 'Bonjour Léa,\n\nVotre page :\nhttps://foix.exemple.fr/a?b=1&c=2\n',
  attempts: 0,
};

it('is a page in the colours, the name and the language of its territory', () => {
  const { html = '', text } = mailOf({ ...LETTER, locale: 'en' }, CARD);
  expect(html).toMatch(/<html lang="en"/);
  for (const colour of Object.values(COLOURS)) expect(html).toContain(colour);
  expect(html).toContain('Pays de Foix &amp; vallées');
  expect(html).toContain('C’est confirmé : « Fête &amp; &lt;foire&gt; »');
  expect(html).toContain('href="https://foix.exemple.fr/a?b=1&amp;c=2"');
  expect(html).toContain('>Votre page<');
  expect(text).toBe(LETTER.body);
});

it('says each part, and reads none of them as markup', () => {
  const evil = `<script>alert(1)</script><img src=x onerror="a()">{{x}}</mj-text>&amp;\u0000`;
  const { html = '' } = mailOf(
    {
      ...LETTER,
      subject: evil,
      content: {
        parts: [
          { kind: 'text', text: evil },
          { kind: 'facts', rows: [[evil, evil]] },
          { kind: 'button', label: evil, href: `https://foix.exemple.fr/"><script>` },
          { kind: 'item', title: evil, text: evil, href: `https://foix.exemple.fr/'`, label: evil },
          { kind: 'quiet', text: evil },
        ],
      },
    },
    { ...CARD, name: evil },
  );
  expect(html).not.toMatch(/<script|<img|onerror="/);
  expect(html.match(/&lt;script&gt;alert\(1\)/g)?.length).toBeGreaterThanOrEqual(10);
  expect(html).toContain('&amp;amp;');
  expect(html).toContain('</html>');
});

it('shows facts as a table whose rows have heads', () => {
  const { html = '' } = mailOf(
    { ...LETTER, content: { parts: [{ kind: 'facts', rows: [['Quand', 'samedi\nmatin']] }] } },
    CARD,
  );
  expect(html).toMatch(/<th scope="row"[^>]*>Quand<\/th><td[^>]*>samedi<br ?\/?>matin<\/td>/);
});

it('gives way to the colours of the platform when a card has none, or something else', () => {
  for (const colours of [undefined, null, { accent: 'red;}', paper: '#fffaf3', ink: '#1b2330' }]) {
    const { html = '' } = mailOf(LETTER, { ...CARD, colours });
    expect(html).toContain('#1f6650');
    expect(html).not.toContain('red;}');
  }
});

it('is from whom and to where its territory says; what the letter says itself comes first', () => {
  const sender = { name: 'L’accueil', replyTo: 'accueil@foix.fr', from: 'bonjour@foix.fr' };
  expect(mailOf(LETTER, { ...CARD, sender })).toMatchObject({
    from: 'L’accueil',
    fromAddress: 'bonjour@foix.fr',
    replyTo: 'accueil@foix.fr',
  });
  expect(mailOf({ ...LETTER, reply_to: 'max@exemple.fr' }, { ...CARD, sender }).replyTo).toBe(
    'max@exemple.fr',
  );
  expect(mailOf(LETTER, CARD)).toMatchObject({ from: 'Pays de Foix', fromAddress: null, replyTo: null });
});

it('without a card is plain text all the same', () => {
  expect(mailOf(LETTER, null)).toMatchObject({ from: 'Pays de Foix', text: LETTER.body });
  expect(mailOf(LETTER, null).html).toBeUndefined();
});

it('says how to stop news, and nothing of it in letters that somebody asked for', () => {
  const dress = { stopHref: () => 'https://foix.exemple.fr/decouvrir/nouvelles/abc' };
  const news = mailOf({ ...LETTER, news: true }, CARD, dress);
  expect(news.stopHref).toBe('https://foix.exemple.fr/decouvrir/nouvelles/abc');
  expect(news.text).toContain(
    'Ne plus recevoir ces nouvelles :\nhttps://foix.exemple.fr/decouvrir/nouvelles/abc',
  );
  expect(news.html).toContain('href="https://foix.exemple.fr/decouvrir/nouvelles/abc"');
  const answer = mailOf(LETTER, CARD, dress);
  expect(answer.stopHref).toBeNull();
  expect(answer.html).not.toContain('nouvelles/abc');
});

it('brings what is attached', () => {
  const attachments = [
    { name: 'session.ics', mediaType: 'text/calendar; method=REQUEST', text: 'BEGIN:VCALENDAR' },
  ];
  expect(mailOf({ ...LETTER, content: { parts: [], attachments } }, CARD).attachments).toEqual([
    { filename: 'session.ics', contentType: 'text/calendar; method=REQUEST', content: 'BEGIN:VCALENDAR' },
  ]);
});
