import { randomUUID } from 'node:crypto';
import { signStream } from '@ancrage/signature';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { DirectoryWorld } from './support/directory-world.js';

let world: DirectoryWorld;
beforeAll(async () => {
  world = await DirectoryWorld.create();
});
afterAll(() => world.close());

const IMPORT = `__typename
  ... on SoloImportChecked { import { id state rowCount report { taken refused known away left { line fate words cells } } } }
  ... on SoloImportRefused { problems { field } }`;
const COMMUNES = [
  { code: '09122', name: 'Foix' },
  { code: '09285', name: 'Saint-Jean-de-Verges' },
];

function territory() {
  const territoryId = randomUUID();
  const viewer = viewerAs('AGENT');
  const agent = world.subgraph.client({ territoryId, viewer });
  const send = async (bytes: Buffer | string, name = 'solos.csv', as = viewer) => {
    const form = new FormData();
    form.set('file', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name));
    const encoded = new Response(form);
    const contentType = encoded.headers.get('content-type') as string;
    const body = Buffer.from(await encoded.arrayBuffer());
    const path = '/files/directory/imports';
    const request = { method: 'POST', path, contentType, contentLength: String(body.length) } as const;
    const answer = await fetch(world.subgraph.url + path, {
      method: 'POST',
      body,
      headers: {
        ...signStream(world.subgraph.secret, {
          ...request,
          requestId: randomUUID(),
          territoryId,
          viewer: as,
        }),
        'content-type': contentType,
      },
    });
    const said = (await answer.json()) as {
      id?: string;
      errors?: { extensions: { problem?: string; code: string } }[];
    };
    return { status: answer.status, id: said.id ?? '', error: said.errors?.[0]?.extensions };
  };
  const kept = async (id: string) =>
    (await agent(`{ soloImport(id: "${id}") { headers rowCount state mapping { field header } sample } }`))
      .data?.soloImport;
  const check = async (
    id: string,
    mapping?: { field: string; header: string }[],
    source = 'Liste de la CCI',
  ) =>
    (
      await agent(
        `mutation ($id: ID!, $input: CheckSoloImportInput!) { checkSoloImport(id: $id, input: $input) { ${IMPORT} } }`,
        { id, input: { mapping: mapping ?? (await kept(id)).mapping, source, communes: COMMUNES } },
      )
    ).data?.checkSoloImport;
  const run = async (id: string) =>
    (await agent(`mutation { runSoloImport(id: "${id}") { ${IMPORT} } }`)).data?.runSoloImport;
  const names = async () =>
    (
      await agent(
        '{ soloRecords(first: 100) { totalCount nodes { displayName identifiedBy contact { email phone } commune { code } } } }',
      )
    ).data?.soloRecords;
  return { territoryId, agent, send, kept, check, run, names };
}

const LIST = [
  'Nom;Métier;Courriel;Téléphone;Ville;N° SIRET',
  'Atelier Riu;Céramique;anne@riu.example;05 61 00 00 00;foix;732 829 320 00074',
  ';Poterie;;;;',
  'Studio Vert;Graphisme;vert.example;;St Jean de Verges;',
  'Maison Grès;Design;gres@solo.example;;Toulouse;12345678901234',
  'Riu bis;Céramique;ANNE@riu.example;;;',
  'Zoé Blanc;Traduction;zoe@solo.example;;Saint-Jean-de-Verges;',
].join('\r\n');

describe('a list of people', () => {
  it('is checked row by row, imported once, and says what was left', async () => {
    const { send, kept, check, run, names } = territory();
    const { status, id } = await send(LIST);
    expect(status).toBe(201);
    expect(await kept(id)).toMatchObject({
      rowCount: 6,
      state: 'MAPPED',
      mapping: expect.arrayContaining([
        { field: 'displayName', header: 'Nom' },
        { field: 'activity', header: 'Métier' },
        { field: 'email', header: 'Courriel' },
        { field: 'phone', header: 'Téléphone' },
        { field: 'commune', header: 'Ville' },
        { field: 'siret', header: 'N° SIRET' },
      ]),
    });
    const { import: checked } = await check(id);
    expect(checked.report).toMatchObject({ taken: 2, refused: 3, known: 1, away: 0 });
    expect(checked.report.left.map(({ line, fate }: { line: number; fate: string }) => [line, fate])).toEqual(
      [
        [3, 'REFUSED'],
        [4, 'REFUSED'],
        [5, 'REFUSED'],
        [6, 'KNOWN'],
      ],
    );
    expect(checked.report.left[2].words.join(' ')).toMatch(
      /« Toulouse » n’est pas une commune.*SIRET|SIRET.*Toulouse/,
    );
    expect(checked.report.left[1].cells[0]).toBe('Studio Vert');
    expect((await names()).totalCount).toBe(0);

    const outcomes = await Promise.all([run(id), run(id)]);
    expect(outcomes.map((outcome) => outcome.import.state)).toEqual(['IMPORTED', 'IMPORTED']);
    expect(await names()).toEqual({
      totalCount: 2,
      nodes: [
        {
          displayName: 'Atelier Riu',
          identifiedBy: 'Liste de la CCI',
          contact: { email: 'anne@riu.example', phone: '+33561000000' },
          commune: { code: '09122' },
        },
        {
          displayName: 'Zoé Blanc',
          identifiedBy: 'Liste de la CCI',
          contact: { email: 'zoe@solo.example', phone: null },
          commune: { code: '09285' },
        },
      ],
    });
    // The rows are not kept beyond their use.
    expect((await kept(id)).rowCount).toBe(0);
  });

  it('never brings back somebody who objected', async () => {
    const { send, check, run, names, territoryId } = territory();
    const { keepAway } = await import('../dist/personal-data/objection.js');
    const scope = { territoryId, role: 'AGENT' as const, userId: 'test' };
    await keepAway(world.superuser as never, scope, { emailKey: 'anne@riu.example' });
    const { id } = await send('Nom;Mail\nAnne;Anne@Riu.example\nZoé;zoe@solo.example');
    expect((await check(id)).import.report).toMatchObject({ taken: 1, away: 1, left: [{ fate: 'AWAY' }] });
    await run(id);
    expect((await names()).totalCount).toBe(1);
  });

  it('is read from an Excel workbook, long numbers included', async () => {
    const { send, kept, check } = territory();
    const text = (value: string) => ({ value, type: String });
    const workbook = await writeExcelFile([
      [text('Nom'), text('SIRET')],
      [text('Céramique Élan'), { value: 73282932000074, type: Number }],
    ]).toBuffer();
    const { id } = await send(workbook, 'solos.xlsx');
    expect((await kept(id)).sample).toEqual([['Céramique Élan', '73282932000074']]);
    expect((await check(id)).import.report).toMatchObject({ taken: 1 });
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7 x'), 'KIND'],
    ['nothing', Buffer.from(''), 'FORM'],
    ['six megabytes', Buffer.alloc(6_000_000, 'a;b\n'), 'FILE_SIZE'],
  ])('is refused when it is %s', async (_, bytes, problem) => {
    expect((await territory().send(bytes, 'solos.csv')).error?.problem).toBe(problem);
  });

  it('takes markup and formulas as words', async () => {
    const { send, check, run, names } = territory();
    const { id } = await send('Nom;Notes\n<script>alert(1)</script>;=1+1\n');
    await check(id);
    await run(id);
    expect((await names()).nodes[0].displayName).toBe('<script>alert(1)</script>');
  });

  it('needs a column for the name and a source', async () => {
    const { send, check } = territory();
    const { id } = await send('A;B\n1;2\n');
    expect(await check(id, [])).toMatchObject({ problems: [{ field: 'displayName' }] });
    expect(await check(id, [{ field: 'displayName', header: 'A' }], ' ')).toMatchObject({
      problems: [{ field: 'source' }],
    });
  });

  it('is for agents alone, and for those of the territory', async () => {
    const { send, territoryId } = territory();
    expect((await send(LIST, 'solos.csv', viewerAs('VIEWER'))).error?.code).toBe('FORBIDDEN');
    const { id } = await send(LIST);
    const viewer = world.subgraph.client({ territoryId, viewer: viewerAs('CONTRIBUTOR') });
    expect((await viewer('{ soloImports { id } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { agent } = territory();
    expect((await agent(`{ soloImport(id: "${id}") { id } }`)).data?.soloImport).toBeNull();
    expect(
      (await agent(`mutation { runSoloImport(id: "${id}") { __typename } }`)).errors?.[0]?.extensions.code,
    ).toBe('NOT_FOUND');
  });

  it('of five thousand people goes in whole', async () => {
    const { send, check, run, names } = territory();
    const rows = Array.from({ length: 5000 }, (_, index) => `Solo ${index % 40};solo-${index}@solo.example`);
    const { id } = await send(`Nom;Mail\n${rows.join('\n')}\n`);
    expect((await check(id)).import.report).toMatchObject({ taken: 5000, left: [] });
    expect((await run(id)).import.report.taken).toBe(5000);
    expect((await names()).totalCount).toBe(5000);
  });
});
