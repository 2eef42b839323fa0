import { boundsOf } from '../../../contour/bounds.js';
import { checkGeometry } from '../../../contour/check-geometry.js';
import { checkPosition } from '../../coordinates.js';
import type { Dataset, DatasetLayout, ReadContext } from '../../dataset.js';
import { isRejection, reject } from '../../rejection.js';
import type { Columns } from '../../table/column-names.js';
import type { Row } from '../../table/read-table.js';
import { CONTOURS_TARGET } from '../../target/contours.target.js';

const layout = (title: string, columns: Columns): DatasetLayout => ({
  title,
  importedBy: 'contours',
  columns: { ...columns, geometry: ['geometry'] },
  required: [...Object.keys(columns), 'geometry'],
  communeOf: ({ commune = '' }) => (/^\w{5}$/.test(commune) ? commune : null),
  otherLevel: 'the contours of departments, regions or EPCI',
  read,
});

function read(row: Row, commune: string, { bounds }: ReadContext) {
  const written = row['commune'] as string;
  if (written !== commune)
    return reject('COMMUNE', `the outline of ${written} is a part only of ${commune}, into which it merged`);
  const geometry = checkGeometry(parse(row['geometry'] as string));
  if (typeof geometry === 'string') return reject('VALUE', geometry);
  const box = boundsOf(geometry);
  const [west, south, east, north] = box;
  const middle = checkPosition({ longitude: (west + east) / 2, latitude: (south + north) / 2 }, bounds);
  if (isRejection(middle)) return middle;
  return [commune, JSON.stringify(geometry), `{${box.join(',')}}`];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Outlines of communes, by IGN, as Etalab and others put them into GeoJSON. */
export const CONTOURS: Dataset = {
  name: 'contours',
  producer: 'IGN (mise en forme Etalab)',
  title: 'Contours administratifs des communes',
  url: 'https://www.data.gouv.fr/datasets/contours-administratifs/',
  licence: 'Licence Ouverte 2.0',
  operatorOnly: true,
  target: CONTOURS_TARGET,
  layouts: [
    layout("Etalab's contours of communes", { commune: ['code'], department: ['departement'] }),
    layout("IGN's contours of communes", {
      commune: ['INSEE_COM', 'code_insee'],
      department: ['INSEE_DEP', 'code_insee_du_departement'],
    }),
    layout("ANCT's contours of communes", { commune: ['INSEE_GEO'], department: ['INSEE_DEP'] }),
    layout('contours by INSEE code', {
      commune: ['code', 'insee', 'codgeo', 'insee_com'],
      name: ['nom', 'libgeo', 'name'],
    }),
  ],
};
