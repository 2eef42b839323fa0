import { parseArgs } from 'node:util';
import { slugOf } from '@ancrage/subgraph/slug';
import pg from 'pg';
import { OFFICIAL_CONTOURS_URL } from '../contour/official-contours.js';
import { copySettings } from '../territory/copy-settings.js';
import { type CreatedTerritory, createTerritory } from '../territory/create-territory.js';
import { TerritoryRefusedError } from '../territory/territory-request.js';
import { createAll } from './create-each.command.js';

export const CREATE_USAGE = `territory create --name <name> --epci <siren,siren…>
  --epci         SIREN numbers of inter-communal bodies, comma-separated
  --department   INSEE codes of departments, instead of or besides --epci
  --region       INSEE codes of regions, likewise
  --slug         short name in addresses (from the name by default)
  --host         host names that serve it, comma-separated
  --locales      languages of its site: fr, en, oc, es (fr,en by default)
  --each-epci-of INSEE code of a region: a territory of each of its inter-communal bodies, instead of one of all
  --each-epci    the same for France; bodies that are territories already stay as they are
  --model        short name of a territory whose colours and settings it takes; of a local run or in all four databases
                 its protocol, as a draft, and its moderators' reasons too
  --contours     address of the official contours, or "none" to draw approximate cells
  --if-absent    do nothing when the slug is already a territory
  --json         print one line of JSON`;

/** Creates a territory, or says why it cannot be. */
export async function create(argv: string[], ownerUrl: string): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: {
      name: { type: 'string', default: '' },
      slug: { type: 'string' },
      epci: { type: 'string' },
      department: { type: 'string' },
      region: { type: 'string' },
      host: { type: 'string' },
      'each-epci-of': { type: 'string' },
      'each-epci': { type: 'boolean', default: false },
      locales: { type: 'string' },
      model: { type: 'string' },
      contours: { type: 'string', default: OFFICIAL_CONTOURS_URL },
      'if-absent': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const contours = values.contours === 'none' ? null : values.contours;
  const each = values['each-epci-of'];
  if (each !== undefined || values['each-epci'])
    return createAll(ownerUrl, { region: each ?? null, locales: values.locales }, contours, values.json);
  const slug = values.slug ?? slugOf(values.name);
  if (values.model !== undefined && !(await findTerritory(ownerUrl, values.model)))
    throw new TerritoryRefusedError([
      `model: no territory has the short name ${values.model || '(none given)'}`,
    ]);
  const present = values['if-absent'] ? await findTerritory(ownerUrl, slug) : null;
  const created =
    present ??
    (await createTerritory(
      ownerUrl,
      {
        name: values.name,
        slug: values.slug,
        epci: list(values.epci),
        departments: list(values.department),
        regions: list(values.region),
        hosts: list(values.host),
        locales: values.locales === undefined ? undefined : list(values.locales),
      },
      contours,
    ));
  if (values.model !== undefined && !present) await takeSettings(ownerUrl, created.id, values.model);
  console.log(values.json ? JSON.stringify(created) : describe(created, present !== null));
}

const list = (value: string | undefined) =>
  value
    ?.split(',')
    .map((item) => item.trim())
    .filter(Boolean) ?? [];

async function takeSettings(ownerUrl: string, id: string, model: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      "select set_config('app.territory_id', $1, false), set_config('app.role', 'OPERATOR', false)",
      [id],
    );
    await copySettings(client, id, model);
  } finally {
    await client.end();
  }
}

async function findTerritory(
  ownerUrl: string,
  slug: string,
): Promise<Omit<CreatedTerritory, 'contours'> | null> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Omit<CreatedTerritory, 'contours' | 'communes' | 'hosts'>>(
      'select id, slug, name, population from territory where slug = $1',
      [slug],
    );
    const [territory] = rows;
    if (!territory) return null;
    await client.query("select set_config('app.territory_id', $1, false)", [territory.id]);
    const communes = await client.query<{ code: string; population: number }>(
      'select commune_code as code, population from territory_commune order by commune_code',
    );
    const hosts = await client.query<{ host: string }>(
      'select host from territory_host where territory_id = $1 order by host',
      [territory.id],
    );
    return { ...territory, communes: communes.rows, hosts: hosts.rows.map(({ host }) => host) };
  } finally {
    await client.end();
  }
}

function describe(
  territory: Omit<CreatedTerritory, 'contours'> & Partial<CreatedTerritory>,
  present: boolean,
): string {
  const { name, slug, communes, population, contours } = territory;
  const lines = [
    `${present ? 'Already there' : 'Created'}: ${name} — ${communes.length} communes, ${population.toLocaleString('en')} inhabitants`,
    `Address: http://${slug}.localhost:3000 in a local run`,
  ];
  if (contours?.reason)
    lines.push(
      `Contours: ${contours.approximate} approximate cells, official ones could not be had (${contours.reason})`,
    );
  else if (contours)
    lines.push(`Contours: ${contours.official} official, ${contours.approximate} approximate`);
  return lines.join('\n');
}
