import { expect, it } from 'vitest';
import { DEFINITIONS } from '../dist/indicators/definitions.js';
import { readDefinitions } from '../dist/indicators/indicator-definition.js';
import { IndicatorKey } from '../dist/indicators/indicator-key.js';

it('defines every figure once, dated, in both languages', () => {
  expect(DEFINITIONS.map(({ key }) => key).sort()).toEqual(Object.values(IndicatorKey).sort());
  for (const { fr, en, since } of DEFINITIONS) {
    expect(since).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const words of [fr, en])
      for (const text of Object.values(words)) expect(text.length, text).toBeGreaterThan(8);
    expect(fr.rule).not.toBe(en.rule);
  }
});

it('speaks the reader’s language, and French to those it does not know', () => {
  expect(readDefinitions('en')[4]).toMatchObject({ key: 'PROSPECTS', label: 'First contacts' });
  expect(readDefinitions('oc')[4]).toMatchObject({ key: 'PROSPECTS', label: 'Premiers contacts' });
});

it('never lets an unknown pass for a zero', () => {
  const jobs = readDefinitions('fr').find(({ key }) => key === 'JOBS');
  expect(jobs?.unknown).toContain('ce n’est pas zéro');
});

it('puts a no-break space before what French sets apart', () => {
  for (const { fr } of DEFINITIONS)
    for (const text of Object.values(fr)) expect(text, text).not.toMatch(/ [:;!?»]/);
});
