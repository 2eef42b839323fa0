import type { MultiPolygon, Polygon } from 'geojson';
import type pg from 'pg';
import { insertRows } from '../reference/load-reference.js';
import { CELLS_SOURCE } from '../reference/sources.js';
import { type CentredCommune, drawCells } from './approximate-cells.js';
import { boundsOf } from './bounds.js';
import { type Download, OFFICIAL_CONTOURS_VINTAGE, type OfficialContours } from './official-contours.js';

/** Contours for communes, ready to be stored; made before the transaction because they may wait for the network. */
export interface PreparedContours {
  official: OfficialContours | null;
  cells: Map<string, Polygon>;
  /** Why official contours could not be had, for the operator. */
  reason: string | null;
}

/** Takes what was downloaded, of these communes or of more, and draws cells for those it lacks. */
export async function prepareContours(
  client: pg.ClientBase,
  codes: ReadonlySet<string>,
  download: Download,
): Promise<PreparedContours> {
  const missing = new Set([...codes].filter((code) => !download.contours?.geometries.has(code)));
  const { rows } = await client.query<CentredCommune>(
    'select code, longitude, latitude from commune_reference where longitude is not null and latitude is not null',
  );
  return {
    official: download.contours && ofCommunes(download.contours, codes),
    cells: missing.size > 0 ? drawCells(rows, missing) : new Map(),
    reason: download.contours ? null : download.reason,
  };
}

const ofCommunes = (contours: OfficialContours, codes: ReadonlySet<string>): OfficialContours => ({
  ...contours,
  geometries: new Map([...contours.geometries].filter(([code]) => codes.has(code))),
});

/** Stores contours; an official one replaces a cell, never the other way round. */
export async function storeContours(
  client: pg.ClientBase,
  { official, cells }: PreparedContours,
): Promise<void> {
  if (official) {
    const sourceId = `contours-${OFFICIAL_CONTOURS_VINTAGE}-${official.checksum.slice(0, 12)}`;
    await insertRows(client, 'source', [officialSource(sourceId, official)]);
    await client.query('delete from commune_contour where commune_code = any($1) and approximate', [
      [...official.geometries.keys()],
    ]);
    await insertRows(client, 'commune_contour', rowsOf(official.geometries, sourceId, false));
  }
  await insertRows(client, 'commune_contour', rowsOf(cells, CELLS_SOURCE.id, true));
}

function rowsOf(
  geometries: ReadonlyMap<string, Polygon | MultiPolygon>,
  source_id: string,
  approximate: boolean,
) {
  return [...geometries].map(([commune_code, geometry]) => ({
    commune_code,
    geometry,
    bounds: boundsOf(geometry),
    approximate,
    source_id,
  }));
}

const officialSource = (id: string, { url, checksum }: OfficialContours) => ({
  id,
  producer: 'IGN (mise en forme Etalab)',
  dataset: 'Contours administratifs des communes, simplifiés à 100 m',
  vintage: OFFICIAL_CONTOURS_VINTAGE,
  url,
  licence: 'Licence Ouverte 2.0',
  checksum,
  retrieved_at: new Date().toISOString(),
});
