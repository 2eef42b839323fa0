import pg from 'pg';
import { departmentOf } from '../import/communes.js';
import { stateOffer } from '../import/state-offer.js';
import { insertRows } from '../reference/load-reference.js';
import { inTransaction } from '../territory/create-territory.js';
import { summariseOffer } from '../territory/offer-summary.js';
import { TerritoryRefusedError } from '../territory/territory-request.js';
import { actAsOperator } from '../territory/write-territory.js';
import { demonstrateEnrolments } from './demonstrate-enrolments.js';
import { demonstratePremises } from './demonstrate-premises.js';
import { generateCoverage } from './generate-coverage.js';
import { type DemonstrationCommune, EXHAUSTIVE_TYPES, generateFacilities } from './generate-facilities.js';
import { loadQualification } from './load-qualification.js';
import { DEMONSTRATION_TEXTS } from './texts.js';

/**
 * Fills a territory with generated services and broadband, once. Refused where real data is: the two must never mix.
 */
export async function loadDemonstration(
  ownerUrl: string,
  slug: string,
): Promise<{ facilities: number; coverages: number }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await inTransaction(client, () => load(client, slug));
  } finally {
    await client.end();
  }
}

async function load(client: pg.Client, slug: string): Promise<{ facilities: number; coverages: number }> {
  const found = await client.query<{ id: string; texts: object }>(
    'select id, texts from territory where slug = $1',
    [slug],
  );
  const [territory] = found.rows;
  if (!territory) throw new TerritoryRefusedError([`territory: ${slug} does not exist`]);
  await actAsOperator(client, territory.id);
  const sources = await client.query<{ demonstration: boolean }>(
    'select demonstration from source where territory_id = $1',
    [territory.id],
  );
  if (sources.rows.some(({ demonstration }) => !demonstration)) {
    throw new TerritoryRefusedError([
      `territory: ${slug} holds real data, demonstration data would mix with it`,
    ]);
  }
  if (sources.rows.length === 0) await insertDemonstration(client, territory.id);
  await demonstratePremises(client, territory.id);
  await demonstrateEnrolments(client, territory.id);
  if (Object.keys(territory.texts).length === 0) {
    await client.query('update territory set texts = $2 where id = $1', [territory.id, DEMONSTRATION_TEXTS]);
  }
  const { rows } = await client.query<{ facilities: number; coverages: number }>(
    'select (select count(*)::int from facility where territory_id = $1) as facilities, (select count(*)::int from broadband_coverage where territory_id = $1) as coverages',
    [territory.id],
  );
  return rows[0] as { facilities: number; coverages: number };
}

async function insertDemonstration(client: pg.Client, territoryId: string): Promise<void> {
  const source = `demonstration-${territoryId}`;
  await insertRows(client, 'source', [
    {
      id: source,
      territory_id: territoryId,
      producer: 'Ancrage',
      dataset: 'Données de démonstration, générées',
      vintage: 'générateur 1',
      licence: 'sans objet',
      demonstration: true,
      retrieved_at: new Date().toISOString(),
      exhaustive_types: EXHAUSTIVE_TYPES,
    },
  ]);
  const { rows: communes } = await client.query<DemonstrationCommune>(
    `select c.code, c.name, tc.population, c.longitude, c.latitude
     from territory_commune tc join commune_reference c on c.code = tc.commune_code
     where tc.territory_id = $1 and c.longitude is not null`,
    [territoryId],
  );
  const own = { territory_id: territoryId, source_id: source };
  const facilities = communes.flatMap((commune) => generateFacilities(territoryId, commune));
  await insertRows(
    client,
    'facility',
    facilities.map((row) => ({ ...row, ...own })),
  );
  await insertRows(
    client,
    'broadband_coverage',
    communes.map((commune) => ({ ...generateCoverage(commune), ...own })),
  );
  await stateOffer(client, {
    territoryId,
    sourceId: source,
    vintage: 'générateur 1',
    counted: `select commune_code as commune, type_code as type, count(*)::int as count from facility
      where source_id = ${client.escapeLiteral(source)} group by commune_code, type_code`,
    departments: [...new Set(communes.map(({ code }) => departmentOf(code)))],
  });
  await loadQualification(client, territoryId, communes, facilities);
  await summariseOffer(client, territoryId);
}
