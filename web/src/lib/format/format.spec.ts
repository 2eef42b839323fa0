import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { datePlate, formatDay, formatMoment, formatPeriod, formatQuarter } from './dates.ts';
import { formatDistance, formatNumber, formatRatio, formatShare } from './figures.ts';

const read = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');
const inEnglish = () => overwriteGetLocale(() => 'en');
afterEach(() => overwriteGetLocale(() => 'fr'));
overwriteGetLocale(() => 'fr');

describe('figures', () => {
  it('are written as the reader writes them', () => {
    expect(read(formatNumber(48575))).toBe('48 575');
    expect(read(formatDistance(6.94))).toBe('6,9 km');
    expect(read(formatDistance(18.6))).toBe('19 km');
    inEnglish();
    expect(formatNumber(48575)).toBe('48,575');
  });

  it('never round a share to nothing or to all', () => {
    expect(read(formatShare(0.714))).toBe('71 %');
    expect(read(formatShare(0.996))).toBe('99,6 %');
    expect(read(formatShare(0.004))).toBe('0,4 %');
    expect(read(formatShare(1))).toBe('100 %');
  });

  it('never round a contrast up', () => {
    expect(formatRatio(4.49)).toBe('4,4');
  });
});

describe('dates', () => {
  const saturday = '2026-12-12T08:00:00Z';

  it('span the days of an event, at the time of the place', () => {
    expect(read(formatPeriod(saturday, '2026-12-13T16:00:00Z'))).toBe('12–13 décembre 2026');
    expect(read(formatPeriod(saturday, '2026-12-12T23:30:00Z'))).toBe('12–13 décembre 2026');
    expect(datePlate(saturday, '2026-12-12T16:00:00Z').days).toBe('12');
  });

  it('name the first of a month as French does', () => {
    expect(formatDay('2026-11-01')).toBe('1er novembre 2026');
    expect(formatDay('2026-11-11')).toBe('11 novembre 2026');
    expect(formatMoment('2026-12-01T08:00:00Z')).toMatch(/^mardi 1er décembre/);
    expect(read(formatPeriod('2024-09-01', '2026-12-31'))).toMatch(/^1er septembre 2024\D+31 décembre 2026$/);
    inEnglish();
    expect(formatDay('2026-11-01')).toBe('November 1, 2026');
  });

  it('name a quarter', () => {
    expect(formatQuarter('2026-T2')).toBe('2e trimestre 2026');
    expect(formatQuarter('2026-T1')).toBe('1er trimestre 2026');
    expect(formatQuarter('autre')).toBe('autre');
    inEnglish();
    expect(formatQuarter('2026-T2')).toBe('Q2 2026');
  });
});
