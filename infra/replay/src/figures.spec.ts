import { expect, it } from 'vitest';
import { differing, figureTable, REFERENCE } from './figures.js';
import { readDescriptions, readRegionRow } from './read-pages.js';

const labels = new Map([
  ['Solos identifiés', 'SOLOS_IDENTIFIED'],
  ['Installations effectives', 'EFFECTIVE'],
]);
const nothing = {
  SOLOS_IDENTIFIED: null,
  SOLOS_PUBLISHED: null,
  ATTENDED: null,
  EFFECTIVE: null,
  PLANNED: null,
};

it('reads a page at the first place that names a figure, and words as no number', () => {
  const page = `<dt class="a">Solos identifiés</dt> <dd class="value">1 078</dd>
    <dt>Installations effectives</dt><dd>non publié</dd>
    <dt>Solos identifiés</dt><dd>Travailleurs indépendants que le territoire a repérés.</dd>`;
  expect(readDescriptions(page, labels)).toEqual({ ...nothing, SOLOS_IDENTIFIED: 1078 });
});

it('reads the row of one territory, whatever its name holds', () => {
  const row = (name: string, count: string) =>
    `<tr role="row"><th scope="row">${name}</th><td data-label="Installations effectives"><span><!--[0-->${count}</span></td></tr>`;
  const page = row('Foix', '9') + row('Foix &amp; Tarascon', '6');
  expect(readRegionRow(page, 'Foix & Tarascon', labels)).toEqual({ ...nothing, EFFECTIVE: 6 });
  expect(readRegionRow(page, 'Tarascon', labels)).toEqual(nothing);
});

it('names the places that say something else, unknown or another number', () => {
  const right = { place: 'Page du territoire', figures: REFERENCE };
  const other = { place: 'API', figures: { ...REFERENCE, PLANNED: 4 } };
  const unknown = { place: 'Page de la région', figures: { ...REFERENCE, ATTENDED: null } };
  expect(differing([right, other, unknown])).toEqual([other, unknown]);
  expect(figureTable([right]).map((line) => line.trim().split(/\s{2,}/))).toEqual([
    ['repérés', 'publiés', 'venus', 'installés', 'en projet'],
    ['Cas de référence', '78', '40', '26', '6', '5'],
    ['Page du territoire', '78', '40', '26', '6', '5'],
  ]);
});
