import { expect, it } from 'vitest';
import { embedCode } from './embed-code.ts';

const origin = 'https://foix.exemple.fr';

it('is one tag whose presets are the view', () => {
  const { script } = embedCode(origin, '?pop=500-1999&debit=100', 'Nos communes', 'fr');
  expect(script).toBe(
    '<script src="https://foix.exemple.fr/embarquer/carte.js" data-titre="Nos communes" data-pop="500-1999" data-debit="100" async></script>',
  );
});

it('or a frame, in the language that is read', () => {
  const { frame } = embedCode(origin, '?q=école&pop=-99', 'Our villages', 'en');
  expect(frame).toContain('src="https://foix.exemple.fr/en/embarquer/carte?q=école&amp;pop=-99"');
  expect(frame).toContain('title="Our villages"');
});

it('stays one tag whatever the view holds', () => {
  const { script, frame } = embedCode(
    origin,
    `?q=${encodeURIComponent('"><script>alert(1)</script>')}`,
    '"><b>',
    'fr',
  );
  for (const code of [script, frame]) {
    expect(code).not.toContain('"><script>');
    expect(code).not.toContain('<b>');
  }
});
