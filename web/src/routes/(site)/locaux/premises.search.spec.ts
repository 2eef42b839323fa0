import { expect, it } from 'vitest';
import { filterOf, isFiltered, parseSearch, searchAddress } from './premises.search.ts';

const read = (address: string) => parseSearch(new URLSearchParams(address));

it('the address says all that is searched for, and is read back the same', () => {
  const address =
    '?q=%C3%A9curie&type=office&commune=09122&conditions=rent&surface=80&libre=2027-01-01&fibre=1';
  const search = read(address);
  expect(searchAddress(search)).toBe(address);
  expect(filterOf(search)).toEqual({
    search: 'écurie',
    kinds: ['OFFICE'],
    commune: '09122',
    tenure: 'RENT',
    minimumSurface: 80,
    availableBefore: '2027-01-01',
    fibre: true,
  });
  expect(searchAddress(search, 'abc')).toBe(`${address}&suite=abc`);
});

it('what means nothing is left out', () => {
  const search = read(
    `?type=castle&commune=%27%3B--&conditions=x&surface=-3&libre=2027-99-99&fibre=oui&q=${'x'.repeat(500)}`,
  );
  expect(filterOf(search)).toEqual({ search: 'x'.repeat(80) });
  expect(isFiltered(read(''))).toBe(false);
  expect(filterOf(read(''))).toEqual({});
});
