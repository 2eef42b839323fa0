import { expect, it } from 'vitest';
import { csvOf, harmless } from './csv.ts';

it('writes what a spreadsheet reads back', () => {
  expect(
    csvOf([
      ['Commune', 'Nombre'],
      ['L’Hospitalet, près l’Andorre', 2],
      ['dit « "Foix" »', null],
    ]),
  ).toBe('\uFEFFCommune,Nombre\r\n"L’Hospitalet, près l’Andorre",2\r\n"dit « ""Foix"" »",\r\n');
});

it.each(['=1+1', '+33 5', '-2', '@cmd', '\t=1', ' =1', '＝1', '\n=1'])(
  'never lets %j be computed',
  (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  },
);

it('leaves ordinary words and numbers alone', () => {
  expect(harmless('Crèche')).toBe('Crèche');
  expect(csvOf([[-3]])).toBe('\uFEFF-3\r\n');
});
