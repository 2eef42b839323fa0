import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The floor: what plain `node:http` and `pg` take to answer the reference page from one SQL statement, without
 * tenants, federation or a schema.
 */
const pool = new pg.Pool({ connectionString: process.env['FLOOR_DATABASE_URL'], max: 10 });

const STATEMENT = {
  name: 'page',
  text: `select c.code, c.name, c.population, c.broadband_class as "broadbandClass", c.facility_counts as "facilityCounts",
      (select count(*)::int from solo s where s.commune_code = c.code) as "soloCount", c.name_key,
      (select count(*)::int from commune) as total
    from commune c where (c.name_key, c.code) > ($1, $2) order by c.name_key, c.code limit 51`,
};

const server = createServer((request, response) => {
  const cursor = new URL(request.url ?? '/', 'http://floor').searchParams.get('after');
  const after = cursor
    ? (JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as string[])
    : ['', ''];
  pool.query({ ...STATEMENT, values: after }).then(
    ({ rows }) => {
      const page = rows.slice(0, 50);
      const last = page.at(-1);
      const nodes = page.map(({ code, name, population, broadbandClass, facilityCounts, soloCount }) => ({
        code,
        name,
        population,
        broadbandClass,
        facilityCounts,
        soloCount,
      }));
      const endCursor = last
        ? Buffer.from(JSON.stringify([last.name_key, last.code])).toString('base64url')
        : null;
      const body = JSON.stringify({
        data: {
          communes: {
            totalCount: rows[0]?.total ?? 0,
            nodes,
            pageInfo: { hasNextPage: rows.length > 50, endCursor },
          },
        },
      });
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('listening'));
