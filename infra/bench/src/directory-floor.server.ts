import { createServer } from 'node:http';
// Decorators of the service's classes need what this package sets up.
import '@ancrage/subgraph/database';
import pg from 'pg';
import { ROOT } from './root.js';

/**
 * The floor of the directory: the service's own statements, from plain `node:http` and `pg`, without tenants, federation
 * or a schema.
 */
interface Statements {
  pageStatement: (searched: boolean) => string;
  summaryStatement: (first?: number) => string;
  selectionValues: (selection: object) => unknown[];
  searchedWords: (selection: object) => { words: string[]; others: string[] } | null;
  toFacetValue: (
    name: string,
    value: string,
    count: number,
    locale: string,
  ) => { value: string; label: string; count: number };
}
const directory = `${ROOT}/services/directory/dist`;
const statements: Statements = {
  ...(await import(`${directory}/solo/solo.queries.js`)),
  ...(await import(`${directory}/facet/facet.queries.js`)),
  ...(await import(`${directory}/facet/facet-label.js`)),
  ...(await import(`${directory}/solo/solo-selection.js`)),
};
const pool = new pg.Pool({ connectionString: process.env['FLOOR_DATABASE_URL'], max: 10 });
const FACETS = ['activity', 'skill', 'commune', 'area', 'language', 'canSponsor'];

async function answer(selection: object): Promise<string> {
  const terms = statements.searchedWords(selection);
  const values = statements.selectionValues(selection);
  const searched = terms ? [terms.words, terms.others] : [];
  const [page, summary] = await Promise.all([
    pool.query({
      name: terms ? 'page found' : 'page',
      text: `select p.*, c.name as "communeName" from (${statements.pageStatement(terms !== null)}) p
        left join commune c on c.code = p."communeCode" order by p.rank desc, p."nameKey", p.id`,
      values: [...values, 21, null, null, null, ...searched],
    }),
    pool.query({
      name: terms ? 'summary found' : 'summary',
      text: statements.summaryStatement(terms ? 7 : undefined),
      values: [...values, ...searched],
    }),
  ]);
  const nodes = page.rows.slice(0, 20).map((row) => ({
    slug: row.slug,
    displayName: row.displayName,
    activity: row.activity,
    skills: row.skills,
    commune: row.communeCode ? { code: row.communeCode, name: row.communeName } : null,
    canSponsor: row.canSponsor,
  }));
  const last = page.rows.slice(0, 20).at(-1);
  const rowsOf = (name: string) => summary.rows.filter((row) => row.name === name);
  return JSON.stringify({
    data: {
      solos: {
        totalCount: rowsOf('total')[0]?.count ?? 0,
        facets: FACETS.map((name) => ({
          name,
          values: rowsOf(name).map((row) => {
            const { value, label, count } = statements.toFacetValue(name, row.value, row.count, 'fr');
            return { value, label, count };
          }),
        })),
        nodes,
        pageInfo: {
          hasNextPage: page.rows.length > 20,
          endCursor: last
            ? Buffer.from(JSON.stringify([last.rank, last.nameKey, last.id])).toString('base64url')
            : null,
        },
      },
    },
  });
}

const server = createServer((request, response) => {
  const selection = JSON.parse(
    new URL(request.url ?? '/', 'http://floor').searchParams.get('selection') ?? '{}',
  );
  answer(selection).then(
    (body) => {
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
