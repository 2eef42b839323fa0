import { gatewayClient } from '@ancrage/testing/gateway-client';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { restoreText } from '../src/lib/server/open-data/csv.ts';
import { site, siteOf, useBrowser } from './browser.ts';
import { signIn } from './sign-in.ts';

const { visit, newVisitor } = useBrowser();

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, site), { headers, redirect: 'manual' });
type Record_ = Record<string, string>;
async function csv(path: string): Promise<Record_[]> {
  const { data, errors } = Papa.parse<Record_>(await (await get(path)).text(), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}
const communesSearched = '/carte?pop=-99&debit=100&sort=population';

describe('the page of open data', () => {
  it('is reached from every page, and without JavaScript names licences, rows and sources', async () => {
    const page = await visit('/', { javaScriptEnabled: false });
    await page.getByRole('contentinfo').getByRole('link', { name: 'Données ouvertes' }).click();
    const communes = page.getByRole('region', { name: 'Communes', exact: true });
    expect(await communes.textContent()).toMatch(/Lignes\s*113/);
    expect(await communes.textContent()).toContain('Licence Ouverte 2.0');
    const columns = communes.locator('details');
    await columns.locator('summary').click();
    expect(await columns.textContent()).toContain('code_insee');
    await page.context().close();
  });
});

describe('a download', () => {
  it('holds the very communes that the list shows with the same filters', async () => {
    const page = await visit(communesSearched, { javaScriptEnabled: false });
    const listed = await page
      .locator('ol > li[id^="c"]')
      .evaluateAll((rows) => rows.map(({ id }) => id.slice(1)));
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.length).toBeLessThan(113);
    await page.goto(`${site}/donnees${new URL(page.url()).search}`);
    expect(await page.locator('#choix').textContent()).toContain(`${listed.length} commune`);
    const link = page.getByRole('link', { name: 'Communes : CSV', exact: true });
    const rows = await csv((await link.getAttribute('href')) ?? '');
    expect(rows.map((row) => row['code_insee'])).toEqual(listed);
    await page.context().close();

    const search = new URL(communesSearched, site).search;
    for (const dataset of ['internet', 'services', 'equipements']) {
      const found = new Set((await csv(`/donnees/${dataset}.csv${search}`)).map((row) => row['code_insee']));
      expect([...found].sort()).toEqual([...listed].sort());
    }
  });

  it.each(['communes', 'services', 'equipements', 'internet', 'locaux'])(
    'of %s says the same in every format, with licence, vintage and source inside',
    async (dataset) => {
      const rows = await csv(`/donnees/${dataset}.csv?pop=2000-`);
      const json = await (await get(`/donnees/${dataset}.json?pop=2000-`)).json();
      const geojson = await (await get(`/donnees/${dataset}.geojson?pop=2000-`)).json();
      expect(json.lignes.length).toBe(rows.length);
      expect(geojson.features.length).toBe(rows.length);
      expect(json.metadonnees.communes.total).toBe(113);
      expect(geojson.metadonnees.licences).toEqual(json.metadonnees.licences);
      const described = await (await get(`/donnees/${dataset}.csv-metadata.json`)).json();
      const [header] = Papa.parse<string[]>(
        await (await get(`/donnees/${dataset}.csv?pop=2000-`)).text(),
      ).data;
      expect(described.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(header);
      for (const column of dataset === 'locaux'
        ? ['licence', 'demonstration']
        : ['source', 'millesime', 'licence', 'demonstration']) {
        expect(header).toContain(column);
      }
    },
  );

  it('of invented data says so, in the file and in each row', async () => {
    const { metadonnees, lignes } = await (await get('/donnees/equipements.json?pop=2000-')).json();
    expect(metadonnees.demonstration).toBe(true);
    expect(metadonnees.avertissement).toContain('inventées');
    // Communes that answered in another journey may have added a service of theirs.
    const generated = lignes.filter((row: { source: string }) => row.source.startsWith('Ancrage'));
    expect(generated.length).toBeGreaterThan(0);
    expect(generated.every((row: { demonstration: boolean }) => row.demonstration)).toBe(true);
  });

  it('of outlines turns them as RFC 7946 says', async () => {
    const { features } = await (await get('/donnees/communes.geojson')).json();
    expect(features).toHaveLength(113);
    for (const { geometry } of features) {
      const outer = geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0][0];
      const turn = outer
        .slice(1)
        .reduce(
          (sum: number, [x, y]: number[], index: number) => sum + outer[index][0] * y! - x! * outer[index][1],
          0,
        );
      expect(turn).toBeGreaterThan(0);
    }
  });

  it('runs no formula that somebody put into a name, and gives the name back', async () => {
    const title = '=HYPERLINK("http://ailleurs.test";"Cliquez")';
    const page = await signIn(await newVisitor(), 'agent@demo.ancrage.test');
    const { token } = await page.evaluate(async () => (await fetch('/auth/token')).json());
    const ask = gatewayClient(site, { territory: 'pays-de-foix-haute-ariege', token });
    const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const created = await ask(
      'mutation ($input: PremisesInput!) { createPremises(input: $input) { ... on PremisesSaved { premises { id } } } }',
      { input: { communeCode: '09122', kind: 'OFFICE', title, expiresOn } },
    );
    const { id } = created.data!.createPremises.premises;
    const publish = await ask('mutation ($id: ID!) { publishPremises(id: $id) { __typename } }', { id });
    expect(publish.errors).toBeUndefined();
    const rowOf = async () => (await csv('/donnees/locaux.csv')).find((row) => row['identifiant'] === id);
    await expect.poll(rowOf).toBeDefined();
    const { titre } = (await rowOf()) as { titre: string };
    expect(titre).toBe(`'${title}`);
    expect(restoreText(titre)).toBe(title);
    await ask('mutation ($id: ID!) { archivePremises(id: $id) { __typename } }', { id });
    await expect.poll(rowOf).toBeUndefined();
    await page.context().close();
  });

  it('is not sent twice, opens in a spreadsheet, and can be read from another site', async () => {
    const first = await get('/donnees/communes.csv');
    expect(first.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(first.headers.get('content-disposition')).toContain('pays-de-foix-haute-ariege-communes.csv');
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('link')).toContain('csv-metadata.json');
    const tag = first.headers.get('etag') ?? '';
    expect((await get('/donnees/communes.csv', { 'if-none-match': tag })).status).toBe(304);
    expect((await get('/donnees/communes.csv?pop=2000-', { 'if-none-match': tag })).status).toBe(200);
    const marked = new Uint8Array(await (await get('/donnees/communes.csv?bom=1')).arrayBuffer());
    expect([...marked.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('is of the territory of its host alone', async () => {
    const page = await visit(`${siteOf('couserans-pyrenees')}/donnees`);
    const codes = await page.evaluate(async () => {
      const { lignes } = await (await fetch('/donnees/communes.json')).json();
      return lignes.map((row: { code_insee: string }) => row.code_insee);
    });
    expect(codes).toContain('09261');
    expect(codes).not.toContain('09122');
    await page.context().close();
    expect((await get('/donnees/secrets.csv')).status).toBe(404);
  });
});

describe('the catalogue', () => {
  it('leads to every file, and is found by harvesters', async () => {
    const page = await visit('/donnees', { javaScriptEnabled: false });
    const address = await page.locator('link[type="application/ld+json"]').getAttribute('href');
    await page.context().close();
    const catalogue = await (await get(address ?? '')).json();
    expect(catalogue['@type']).toBe('dcat:Catalog');
    const files = catalogue['dcat:dataset'].flatMap(
      (dataset: { 'dcat:distribution': object[] }) => dataset['dcat:distribution'],
    );
    expect(files).toHaveLength(18);
    for (const file of files) {
      const answer = await fetch(file['dcat:downloadURL']['@id'], { method: 'HEAD' });
      expect(answer.status).toBe(200);
      expect(
        `https://www.iana.org/assignments/media-types/${answer.headers.get('content-type')?.split(';')[0]}`,
      ).toBe(file['dcat:mediaType']['@id']);
    }
    expect((await get('/donnees/catalogue.ttl')).headers.get('content-type')).toContain('text/turtle');
    expect(await (await get('/sitemap.xml')).text()).toContain('/donnees</loc>');
  });
});
