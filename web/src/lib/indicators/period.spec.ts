import { expect, it } from 'vitest';
import { parsePeriod, periodSearch, usualPeriods } from './period.ts';

const read = (address: string) => parsePeriod(new URLSearchParams(address), '2026-11-23');

it('reads a period from an address, and writes it back', () => {
  const asked = read('?du=2025-01-01&au=2025-12-31');
  expect(asked).toEqual({ from: '2025-01-01', to: '2025-12-31', by: 'MONTH' });
  expect(read(periodSearch(asked))).toEqual(asked);
  const years = read('?du=2025-01-01&au=2025-12-31&par=an');
  expect(years.by).toBe('YEAR');
  expect(read(periodSearch(years))).toEqual(years);
});

it('leaves out what makes no sense, and never looks ahead', () => {
  for (const address of ['', '?du=demain', '?du=2031-01-01', '?du=1900-01-01', '?du=2026-13-45'])
    expect(read(address)).toEqual({ from: '2025-01-01', to: '2026-11-23', by: 'MONTH' });
  expect(read('?du=2026-01-01&au=2040-01-01').to).toBe('2026-11-23');
  expect(read('?du=2026-05-01&au=2026-01-01').to).toBe('2026-11-23');
});

it('shows years where months would be too many', () => {
  expect(read('?du=2000-01-01&au=2026-11-23').by).toBe('YEAR');
  expect(usualPeriods('2026-11-23').map(({ key }) => key)).toEqual(['2026', '2025', '2024', '']);
});
