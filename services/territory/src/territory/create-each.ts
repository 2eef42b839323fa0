import { slugOf } from '@ancrage/subgraph/slug';
import pg from 'pg';
import { prepareContours, storeContours } from '../contour/load-contours.js';
import { downloadContours } from '../contour/official-contours.js';
import { loadReference } from '../reference/load-reference.js';
import { inTransaction } from './create-territory.js';
import { TerritoryRefusedError } from './territory-request.js';
import { writeTerritory } from './write-territory.js';

/** What was made of a list of inter-communal bodies. */
export interface CreatedEach {
  created: number;
  /** Territories that were there already, under the same short name. */
  present: number;
  communes: number;
  contours: { official: number; approximate: number; reason: string | null };
}

interface Body {
  siren: string;
  name: string;
  region: string;
  codes: string[];
}

/** Territories of one transaction: enough to pay for its commit, few enough to be interrupted without losing much. */
const AT_ONCE = 100;

/**
 * Makes one territory of every inter-communal body of a region, or of France for null. One that is there already stays as
 * it is, so that a command that was interrupted is given again. Each territory comes whole or not at all.
 * @param ownerUrl connection string of the owner of the territory database, migrated
 * @param contoursUrl where official contours are fetched, once for all; null draws cells
 */
export async function createEach(
  ownerUrl: string,
  { region, locales }: { region: string | null; locales: readonly string[] },
  contoursUrl: string | null,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<CreatedEach> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await inTransaction(client, () => loadReference(client));
    const bodies = await selectBodies(client, region);
    if (bodies.length === 0)
      throw new TerritoryRefusedError([`each-epci-of: no region has the INSEE code ${region}`]);
    const slugs = slugsOf(bodies);
    const missing = await selectMissing(client, bodies, slugs);
    const codes = missing.flatMap((body) => body.codes);
    const contours = await drawContours(client, missing, contoursUrl);
    const present = bodies.length - missing.length;
    onProgress(present, bodies.length);
    for (let start = 0; start < missing.length; start += AT_ONCE) {
      const some = missing.slice(start, start + AT_ONCE);
      await inTransaction(client, async () => {
        for (const { siren, name, codes: communes, region: ofMost } of some) {
          const slug = slugs.get(siren) as string;
          await writeTerritory(client, { slug, name, locales, hosts: [], communes, region: ofMost });
        }
      });
      onProgress(present + start + some.length, bodies.length);
    }
    return { created: missing.length, present, communes: codes.length, contours };
  } finally {
    await client.end();
  }
}

/**
 * Every body with a commune in the region; `region` of each is where most of its communes are, and the figures of that
 * one count it. INSEE attaches a body to the region of its seat, which the reference data do not name.
 */
async function selectBodies(client: pg.ClientBase, region: string | null): Promise<Body[]> {
  const { rows } = await client.query<Body>(
    `select i.siren, i.name, mode() within group (order by c.region_code) as region, array_agg(c.code order by c.code) as codes
     from intercommunality i join commune_reference c on c.intercommunality_siren = i.siren
     group by i.siren having $1::text is null or bool_or(c.region_code = $1) order by i.name, i.siren`,
    [region],
  );
  return rows;
}

/** A short name for each, the same at every run: bodies of one name are told apart by their number. */
function slugsOf(bodies: readonly Body[]): Map<string, string> {
  const times = new Map<string, number>();
  for (const { name } of bodies) times.set(slugOf(name), (times.get(slugOf(name)) ?? 0) + 1);
  return new Map(
    bodies.map(({ siren, name }) => {
      const slug = slugOf(name);
      const unique = times.get(slug) === 1 && slug.length <= 63;
      return [siren, unique ? slug : `${slug.slice(0, 53).replace(/-$/, '')}-${siren}`];
    }),
  );
}

async function selectMissing(
  client: pg.ClientBase,
  bodies: readonly Body[],
  slugs: ReadonlyMap<string, string>,
): Promise<Body[]> {
  const { rows } = await client.query<{ slug: string }>('select slug from territory where slug = any($1)', [
    [...slugs.values()],
  ]);
  const present = new Set(rows.map(({ slug }) => slug));
  return bodies.filter(({ siren }) => !present.has(slugs.get(siren) as string));
}

/** Contours of all communes, region by region: cells are drawn to the scale of their latitude. */
async function drawContours(
  client: pg.Client,
  bodies: readonly Body[],
  url: string | null,
): Promise<CreatedEach['contours']> {
  const codes = bodies.flatMap((body) => body.codes);
  const { rows } = await client.query<{ code: string }>(
    'select commune_code as code from commune_contour where commune_code = any($1) and not approximate',
    [codes],
  );
  const known = new Set(rows.map(({ code }) => code));
  const wanted = new Set(codes.filter((code) => !known.has(code)));
  const download = await downloadContours(wanted, wanted.size > 0 ? url : null);
  for (const region of new Set(bodies.map((body) => body.region))) {
    const ofRegion = bodies.filter((body) => body.region === region).flatMap((body) => body.codes);
    const here = new Set(ofRegion.filter((code) => wanted.has(code)));
    const prepared = await prepareContours(client, here, download);
    await inTransaction(client, () => storeContours(client, prepared));
  }
  const official = known.size + (download.contours?.geometries.size ?? 0);
  return {
    official,
    approximate: new Set(codes).size - official,
    reason: official > 0 || download.contours ? null : download.reason,
  };
}
