import { describe, expect, it } from 'vitest';
import { withFilesApart } from '../dist/person-request/export-files.js';
import { readableExport } from '../dist/person-request/readable-export.js';

const held = {
  identity: { account: { id: 'x', name: 'Zoé <b>' }, sessions: [] },
  directory: {
    solos: [{ record: { solo_photo: [{ content: { mediaType: 'image/webp', base64: 'AAAA' } }] } }],
  },
  accompaniment: {
    households: [
      {
        prospect: [{ id: 'y', adults: 2, source: '', created_at: '2026-07-01T10:00:00Z', news: true }],
        prospect_file: [
          {
            name: 'bail.pdf',
            content: { mediaType: 'application/pdf', name: 'bail.pdf', bytes: 3, document: 'd' },
          },
          {
            name: '../bail.pdf',
            content: { mediaType: 'application/pdf', name: '../bail.pdf', bytes: 3, document: 'e' },
          },
        ],
      },
    ],
  },
};
const page = (locale: string) =>
  readableExport(
    {
      format: 'ancrage-personal-data-1',
      reference: 'P-1A2B3C4D',
      exportedAt: new Date('2026-07-01T10:00:00Z'),
      territory: { name: 'Pays de <Foix>', site: 'https://foix.example' },
      services: withFilesApart(held).data,
    },
    locale,
  );

describe('an export as files', () => {
  it('tells every file apart, numbered, and leaves its path where it was', () => {
    const { data, files } = withFilesApart(held);
    expect(files).toEqual([
      { path: 'fichiers/001.webp', mediaType: 'image/webp', base64: 'AAAA' },
      { path: 'fichiers/002-bail.pdf', mediaType: 'application/pdf', document: 'd' },
      { path: 'fichiers/003-.._bail.pdf', mediaType: 'application/pdf', document: 'e' },
    ]);
    expect(JSON.stringify(data)).not.toContain('AAAA');
    expect(data).toMatchObject({
      directory: { solos: [{ record: { solo_photo: [{ content: { file: 'fichiers/001.webp' } }] } }] },
    });
  });

  it('reads as a page in the language asked for, with nothing of it unescaped', () => {
    const french = page('fr');
    expect(french).toContain('<h3>Foyer</h3>');
    expect(french).toContain('<dt>Adultes</dt><dd>2</dd>');
    expect(french).toContain('1 juillet 2026 à 12:00');
    expect(french).toContain('Zoé &#60;b&#62;');
    expect(french).toContain('href="fichiers/002-bail.pdf"');
    expect(french).not.toMatch(/<b>|<Foix>|Connexions|D’où vient/);
    expect(page('en')).toContain('<h3>Household</h3>');
  });
});
