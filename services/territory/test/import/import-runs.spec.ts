import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from '@ancrage/testing/free-port';
import { viewerAs } from '@ancrage/testing/signed-client';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTerritory } from '../../dist/territory/create-territory.js';
import { COUSERANS } from '../story.js';
import { fixture, type Importing, importing } from './importing.js';
import { ImportDesk, RUN } from './running.js';

const text = (name: string) => readFileSync(fixture(name), 'utf8');
const bpe = { name: 'BPE24 (é).csv', content: text('bpe-with-errors.csv') };

let importer: Importing;
let desk: ImportDesk;
let neighbour: ImportDesk;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ancrage-runs-'));
  importer = await importing();
  const { id } = await createTerritory(importer.database.ownerUrl, COUSERANS, null);
  desk = await ImportDesk.open(importer.database, importer.territoryId, viewerAs('AGENT'), folder);
  neighbour = desk.as(viewerAs('AGENT'), id);
});
afterAll(() => desk.subgraph.stop());

const facilities = async () => (await importer.rows('select id from facility')).length;
const filesKept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
const confirm = (id: string) =>
  desk.ask('mutation($id: ID!) { confirmImport(id: $id) { __typename } }', { id });
const cancel = (id: string) =>
  desk.ask(`mutation($id: ID!) { cancelImport(id: $id) { __typename } }`, { id });

describe('a file that is sent', () => {
  it('is checked first, and says what it would do without doing it', async () => {
    const { status, body } = await desk.send({ dataset: 'bpe' }, bpe);
    expect(status).toBe(201);
    const run = await desk.until(body.id, 'CHECKED');
    expect(run).toMatchObject({
      dryRun: true,
      fileName: 'BPE24 (é).csv',
      found: 'la BPE, équipement par équipement',
      mine: true,
      counts: { rejected: 5 },
    });
    expect(run.counts.imported).toBeGreaterThan(0);
    expect(await facilities()).toBe(0);
    await cancel(body.id);
  });

  it('is imported at the word of an agent, and its file kept no longer', async () => {
    const { body } = await desk.send({ dataset: 'bpe' }, bpe);
    const checked = await desk.until(body.id, 'CHECKED');
    expect(filesKept()).toBeGreaterThan(0);
    await confirm(body.id);
    const done = await desk.until(body.id, 'DONE');
    expect(done.counts).toEqual(checked.counts);
    expect(await facilities()).toBe(done.counts.imported);
    const again = await confirm(body.id);
    expect(again.data?.['confirmImport'].__typename).toBe('ImportRefused');
  });

  it('names rejected rows in the reader’s language, and gives them all as a spreadsheet reads them', async () => {
    const { body } = await desk.send({ dataset: 'bpe' }, bpe);
    const run = await desk.until(body.id, 'CHECKED');
    expect(run.rejectedRows).toHaveLength(5);
    const csv = (await desk.get(run.errorsUrl)).body as string;
    expect(csv.slice(0, 19)).toBe('\u{FEFF}ligne;code;raison\r\n'.slice(0, 19));
    for (const { line, code } of run.rejectedRows) expect(csv).toContain(`${line};${code};`);
    const english = await desk.ask(
      `query($id: ID!) { importRun(id: $id) { ${RUN} } }`,
      { id: body.id },
      'en',
    );
    expect(english.data?.['importRun'].errorsUrl).toContain('errors.csv');
    await cancel(body.id);
    expect((await desk.until(body.id, 'CANCELLED')).status).toBe('CANCELLED');
  });

  it('of another kind is refused by the name of what it is', async () => {
    const { body } = await desk.send(
      { dataset: 'bpe' },
      { name: 'fs.csv', content: text('liste-fs-20260201.csv') },
    );
    const run = await desk.until(body.id, 'REFUSED');
    expect(run.problem).toEqual({
      code: 'OTHER_DATASET',
      message: 'Ce fichier ressemble à la liste des France services : importez-le comme tel.',
      dataset: { name: 'france-services' },
    });
  });

  it.each([
    ['nothing', {}, 'DATASET'],
    ['an unknown dataset', { dataset: 'everything' }, 'DATASET'],
    ['no file', { dataset: 'bpe' }, 'NO_FILE'],
    ['no address', { dataset: 'bpe', url: 'ftp://example.org/a.csv' }, 'URL'],
    [
      'an endless edition',
      { dataset: 'bpe', vintage: 'x'.repeat(41), url: 'https://example.org/' },
      'VINTAGE',
    ],
  ])('with %s is refused before it is a run', async (_what, fields, problem) => {
    const { status, body } = await desk.send(fields);
    expect([status, body.errors[0].extensions.problem]).toEqual([422, problem]);
  });

  it('is an agent’s to send, and nobody else’s', async () => {
    expect((await desk.as(viewerAs('CONTRIBUTOR')).send({ dataset: 'bpe' }, bpe)).status).toBe(403);
    expect((await desk.as(null).send({ dataset: 'bpe' }, bpe)).status).toBe(401);
  });

  it('leaves nothing behind when it breaks off', async () => {
    const before = filesKept();
    const body = Buffer.from(
      `--b\r\ncontent-disposition: form-data; name="dataset"\r\n\r\nbpe\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc`,
    );
    const answer = await desk.exchange('POST', '/files/imports', body, 'multipart/form-data; boundary=b');
    expect([answer.status, answer.body.errors[0].extensions.problem]).toEqual([422, 'FORM']);
    expect(filesKept()).toBe(before);
  });
});

describe('an address', () => {
  const start = async (url: string) => {
    const { data } = await desk.ask(
      `mutation($url: String!) { startImport(dataset: "bpe", url: $url) { ... on ImportRunChanged { run { id } } ... on ImportRefused { problems { field } } } }`,
      { url },
    );
    return data?.['startImport'];
  };

  it('is fetched only if public', async () => {
    const { run } = await start('http://127.0.0.1:1/bpe.csv');
    const refused = await desk.until(run.id, 'REFUSED');
    expect(refused.problem).toMatchObject({
      code: 'URL_PRIVATE',
      message: '127.0.0.1 n’est pas une adresse publique.',
    });
  });

  it('that is none is refused at once', async () => {
    expect(await start('bpe.csv')).toEqual({ problems: [{ field: 'URL' }] });
  });
});

describe('imports of a territory', () => {
  it('are seen by its members alone, errors included', async () => {
    const { body } = await desk.send({ dataset: 'bpe' }, bpe);
    const run = await desk.until(body.id, 'CHECKED');
    const asked = `query($id: ID!) { importRun(id: $id) { id } importRuns { totalCount nodes { id } } }`;
    expect((await neighbour.ask(asked, { id: body.id })).data).toEqual({
      importRun: null,
      importRuns: { totalCount: 0, nodes: [] },
    });
    expect((await neighbour.get(run.errorsUrl)).status).toBe(404);
    expect((await desk.as(viewerAs('PUBLIC')).get(run.errorsUrl)).status).toBe(403);
    const stolen = await neighbour.ask('mutation($id: ID!) { confirmImport(id: $id) { __typename } }', {
      id: body.id,
    });
    expect(stolen.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await cancel(body.id);
  });

  it('end as abandoned, however early or late somebody gives them up', async () => {
    for (const moment of ['at once', 'when it runs', 'when it is checked']) {
      const { body } = await desk.send({ dataset: 'bpe' }, bpe);
      if (moment === 'when it runs') await desk.until(body.id, 'RUNNING', 'CHECKED');
      if (moment === 'when it is checked') await desk.until(body.id, 'CHECKED');
      await cancel(body.id);
      expect([moment, (await desk.until(body.id, 'CANCELLED', 'INTERRUPTED')).status]).toEqual([
        moment,
        'CANCELLED',
      ]);
    }
  });

  it('run one after the other, and no more than five wait', async () => {
    const client = new pg.Client({ connectionString: importer.database.appUrl });
    await client.connect();
    // What an import of the command holds while it runs.
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtext('ancrage import ' || $1))", [
      importer.territoryId,
    ]);
    const ids: string[] = [];
    for (let sent = 0; sent < 5; sent++) ids.push((await desk.send({ dataset: 'bpe' }, bpe)).body.id);
    expect((await desk.until(ids[0] as string, 'RUNNING')).status).toBe('RUNNING');
    const waiting = (await desk.ask('{ importRuns(filter: { status: [WAITING] }) { totalCount } }')).data;
    expect(waiting?.['importRuns'].totalCount).toBe(4);
    const sixth = await desk.send({ dataset: 'bpe' }, bpe);
    expect([sixth.status, sixth.body.errors[0].extensions.problem]).toEqual([422, 'TOO_MANY']);
    // The one that runs waits for the lock: it is stopped all the same, and so are those behind it.
    for (const id of [...ids].reverse()) await cancel(id);
    expect((await desk.until(ids[0] as string, 'CANCELLED')).counts).toBeNull();
    await client.query('rollback');
    await client.end();
    await expect.poll(filesKept).toBe(0);
  });
});

describe('a service that is killed half-way', () => {
  it('leaves the database as it was, a run that says so, and room for the next', async () => {
    const { database, territoryId } = importer;
    const before = await importer.rows('select * from facility order by id');
    const holding = new pg.Client({ connectionString: database.appUrl });
    await holding.connect();
    await holding.query('begin');
    await holding.query("select pg_advisory_xact_lock(hashtext('ancrage import ' || $1))", [territoryId]);

    const [port = 0] = await freePorts(1);
    const secret = randomBytes(32).toString('hex');
    const child = spawn(process.execPath, [fileURLToPath(new URL('../../dist/main.js', import.meta.url))], {
      env: {
        ...process.env,
        PORT: String(port),
        GATEWAY_SECRET: secret,
        LINK_SECRET: secret,
        LOG_LEVEL: 'silent',
        IMPORT_DIRECTORY: folder,
        TERRITORY_DATABASE_URL: database.appUrl,
        TERRITORY_DATABASE_OWNER_URL: database.ownerUrl,
      },
      stdio: 'ignore',
    });
    const url = `http://127.0.0.1:${port}`;
    await expect
      .poll(
        () =>
          fetch(`${url}/ready`).then(
            (answer) => answer.ok,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true);
    const doomed = desk.elsewhere(url, secret);
    const { body } = await doomed.send({ dataset: 'bpe' }, bpe);
    await desk.until(body.id, 'RUNNING');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await holding.end();

    const next = await ImportDesk.open(database, territoryId, viewerAs('AGENT'), folder);
    const run = await next.until(body.id, 'INTERRUPTED');
    expect(run.counts).toBeNull();
    expect(await importer.rows('select * from facility order by id')).toEqual(before);
    expect(filesKept()).toBe(0);
    const again = await next.send({ dataset: 'bpe' }, bpe);
    await next.until(again.body.id, 'CHECKED');
    await next.subgraph.stop();
    // One that stops in order says the same of what it leaves.
    expect((await desk.until(again.body.id, 'INTERRUPTED')).status).toBe('INTERRUPTED');
  }, 60_000);
});

it('what every territory shares is the operator’s to import', async () => {
  const { data } = await desk.ask('{ importDatasets { name shared mayImport url title } }');
  for (const { shared, mayImport, url } of data?.['importDatasets'] ?? []) {
    expect(mayImport).toBe(!shared);
    expect(url).toMatch(/^https:\/\//);
  }
});
