import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Feature, MultiPolygon, Polygon } from 'geojson';

export const OFFICIAL_CONTOURS_VINTAGE = '2025';
/** Contours of every commune, simplified to 100 m, gzipped GeoJSON. */
export const OFFICIAL_CONTOURS_URL = `https://etalab-datasets.geo.data.gouv.fr/contours-administratifs/${OFFICIAL_CONTOURS_VINTAGE}/geojson/communes-100m.geojson.gz`;

const ANSWER_WITHIN_MILLISECONDS = 5_000;
const DOWNLOAD_WITHIN_MILLISECONDS = 60_000;
const MAXIMUM_BYTES = 100 * 1024 * 1024;
const MAXIMUM_UNPACKED_BYTES = 600 * 1024 * 1024;

export interface OfficialContours {
  geometries: Map<string, Polygon | MultiPolygon>;
  url: string;
  checksum: string;
}

/** Official contours, or why there are none. */
export type Download = { contours: OfficialContours } | { contours: null; reason: string };

/** Downloads the official contours of the wanted communes, when the network allows; `url` null asks nobody. */
export async function downloadContours(wanted: ReadonlySet<string>, url: string | null): Promise<Download> {
  if (!url) return { contours: null, reason: 'not asked for' };
  try {
    const packed = await fetchBounded(url);
    const checksum = createHash('sha256').update(packed).digest('hex');
    const text = url.endsWith('.gz')
      ? await promisify(gunzip)(packed, { maxOutputLength: MAXIMUM_UNPACKED_BYTES })
      : packed;
    const { features } = JSON.parse(text.toString('utf8')) as {
      features: Feature<Polygon | MultiPolygon, { code?: string }>[];
    };
    const geometries = new Map<string, Polygon | MultiPolygon>();
    for (const { geometry, properties } of features) {
      if (properties.code && wanted.has(properties.code)) geometries.set(properties.code, geometry);
    }
    return { contours: { geometries, url, checksum } };
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    return {
      contours: null,
      reason: String((cause as Error | undefined)?.message ?? (error as Error).message),
    };
  }
}

async function fetchBounded(url: string): Promise<Buffer> {
  const abort = new AbortController();
  const unanswered = setTimeout(
    () => abort.abort(new Error('no answer in time')),
    ANSWER_WITHIN_MILLISECONDS,
  );
  const overdue = setTimeout(() => abort.abort(new Error('download too slow')), DOWNLOAD_WITHIN_MILLISECONDS);
  try {
    const response = await fetch(url, { signal: abort.signal });
    clearTimeout(unanswered);
    if (!response.ok || !response.body) throw new Error(`answer ${response.status}`);
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body) {
      length += chunk.length;
      if (length > MAXIMUM_BYTES) throw new Error('file too large');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(unanswered);
    clearTimeout(overdue);
  }
}
