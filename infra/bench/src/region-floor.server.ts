import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The floor of a region's figures: the same aggregates, one SQL statement in each database, from plain `node:http` and
 * `pg`, without tenants, federation, years or anything kept back.
 */
const poolOf = (name: string) => new pg.Pool({ connectionString: process.env[name], max: 10 });
const territory = poolOf('TERRITORY_FLOOR_URL');
const directory = poolOf('DIRECTORY_FLOOR_URL');
const accompaniment = poolOf('ACCOMPANIMENT_FLOOR_URL');

async function answer(code: string): Promise<string> {
  const { rows: territories } = await territory.query({
    name: 'territories',
    text: `select t.id, t.slug, t.name, t.population, t.commune_count as "communeCount", f.premises, f.fibre_premises as fibre,
        (select count(*)::int from territory_commune tc where tc.territory_id = t.id and tc.verified_share >= 1 and tc.verified_until > now()) as qualified
      from territory t left join offer_figures f on f.territory_id = t.id
      where t.region_code = $1 and t.status = 'ACTIVE' order by t.name, t.id`,
    values: [code],
  });
  const ids = [territories.map(({ id }) => id)];
  const [solos, households] = await Promise.all([
    directory.query({
      name: 'solos',
      text: `select count(*)::int as identified, (count(*) filter (where status = 'PUBLISHED'))::int as published
        from solo where territory_id = any($1)`,
      values: ids,
    }),
    accompaniment.query({
      name: 'households',
      text: `select asked.id, coalesce(visits.count, 0)::int as attended, coalesce(projects.effective, 0)::int as effective,
          coalesce(projects.planned, 0)::int as planned
        from unnest($1::uuid[]) as asked (id)
        left join (select r.territory_id, count(distinct r.prospect_id) from registration r
          join discovery_session s on s.id = r.session_id
          where r.territory_id = any($1) and r.status = 'ATTENDED' and s.ends_at < now() group by 1) as visits
          on visits.territory_id = asked.id
        left join (select territory_id, count(*) filter (where effective_on <= current_date) as effective,
          count(*) filter (where effective_on is null and abandoned_on is null) as planned
          from installation where territory_id = any($1) group by 1) as projects on projects.territory_id = asked.id`,
      values: ids,
    }),
  ]);
  const byId = new Map(households.rows.map((row) => [row.id, row]));
  const sum = (count: string) => households.rows.reduce((total, row) => total + row[count], 0);
  const whole = (value: number) => ({ value, suppressed: false });
  const offer = (column: string) => territories.reduce((total, row) => total + (row[column] ?? 0), 0);
  return JSON.stringify({
    data: {
      region: {
        code,
        name: 'Occitanie',
        territories: territories.map(({ slug, name, population, communeCount }) => ({
          ...{ slug, name, population, communeCount },
        })),
        offerIndicators: {
          communes: offer('communeCount'),
          communesQualified: offer('qualified'),
          fibreShare: offer('premises') > 0 ? offer('fibre') / offer('premises') : null,
        },
        directoryIndicators: {
          solosIdentified: whole(solos.rows[0].identified),
          solosPublished: whole(solos.rows[0].published),
        },
        accompanimentIndicators: {
          prospectsAttended: whole(sum('attended')),
          installationsEffective: whole(sum('effective')),
          installationsPlanned: whole(sum('planned')),
        },
        breakdown: territories.map(({ id, slug, name }) => ({
          territory: { slug, name },
          ...whole(byId.get(id).effective),
        })),
      },
    },
  });
}

const server = createServer((request, response) => {
  const code = new URL(request.url ?? '/', 'http://floor').searchParams.get('code') ?? '';
  answer(code).then(
    (body) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      response.writeHead(200, headers).end(body);
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('listening'));
