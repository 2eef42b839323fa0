import { describe, expect, it } from 'vitest';
import { isEmail, readAddresses } from './addresses.ts';

const communes = [
  { code: '09122', name: 'Foix' },
  { code: '09032', name: 'Ax-les-Thermes' },
  { code: '2A004', name: 'Ajaccio' },
];
const read = (text: string) => readAddresses(text, communes);

describe('pasted addresses', () => {
  it('are read by code or by name, whatever stands between', () => {
    const { addresses, faults } = read(
      '\uFEFFcode;e-mail\r\n09122;Mairie@Foix.fr\r\nax les thermes\tmairie@ax.fr\n"2A004","mairie@ajaccio.fr"\n\n',
    );
    expect(faults).toEqual([]);
    expect(addresses).toEqual([
      { code: '09122', email: 'mairie@foix.fr' },
      { code: '09032', email: 'mairie@ax.fr' },
      { code: '2A004', email: 'mairie@ajaccio.fr' },
    ]);
  });

  it('find a code that lost its zero, and an address behind other columns', () => {
    expect(read('9122;Foix;0561050505;mairie@foix.fr').addresses).toEqual([
      { code: '09122', email: 'mairie@foix.fr' },
    ]);
  });

  it('are told by line when they cannot be read, and the others are kept', () => {
    const { addresses, faults } = read('Paris;a@b.fr\n09122;pas une adresse\n09122;a@b.fr\n09122;c@d.fr');
    expect(addresses).toEqual([{ code: '09122', email: 'a@b.fr' }]);
    expect(faults.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'commune'],
      [2, 'email'],
      [4, 'twice'],
    ]);
  });
});

it('knows an address from what is not one', () => {
  expect(isEmail('mairie.foix@orange.fr')).toBe(true);
  for (const wrong of ['', 'foix', 'a@b', 'a b@c.fr', 'a@b.fr,c@d.fr', '<a@b.fr>']) {
    expect(isEmail(wrong), wrong).toBe(false);
  }
});
