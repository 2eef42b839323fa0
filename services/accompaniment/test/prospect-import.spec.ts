import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { sendFile } from './support/sent-list.js';

let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const PATH = '/files/accompaniment/prospects/imports';
const BASIS = 'Formulaires signés au salon de Toulouse, mars 2026';
const RESULT = `__typename
  ... on ProspectImportChecked { import { id state rowCount report { taken people refused known left { line fate words cells prospectId } } } }
  ... on ProspectImportRefused { problems { field } }`;

function territory() {
  const territoryId = randomUUID();
  const viewer = viewerAs('AGENT');
  const agent = world.subgraph.client({ territoryId, viewer });
  const send = (text: string, as = viewer) =>
    sendFile(world, PATH, territoryId, as, new File([text], 'candidats.csv'));
  const kept = async (id: string) =>
    (
      await agent(
        `{ prospectImport(id: "${id}") { headers rowCount state legalBasis mapping { field header } sample } }`,
      )
    ).data?.prospectImport;
  const check = async (id: string, mapping?: { field: string; header: string }[], legalBasis = BASIS) =>
    (
      await agent(
        `mutation ($id: ID!, $input: CheckProspectImportInput!) { checkProspectImport(id: $id, input: $input) { ${RESULT} } }`,
        { id, input: { mapping: mapping ?? (await kept(id)).mapping, legalBasis } },
      )
    ).data?.checkProspectImport;
  const run = async (id: string) =>
    (await agent(`mutation { runProspectImport(id: "${id}") { ${RESULT} } }`)).data?.runProspectImport;
  const households = async () =>
    (
      await world.superuser.query(
        `select c.name, c.email, c.phone, c.lives_in, p.stage, p.adults, p.children_birth_years as children, p.horizon,
                p.first_contact_on::text as first, p.last_contact_at::date::text as last, p.lost_reason
           from prospect p join prospect_contact c on c.prospect_id = p.id where p.territory_id = $1 order by c.name`,
        [territoryId],
      )
    ).rows;
  return { territoryId, agent, send, kept, check, run, households };
}

const LIST = [
  'Nom;Courriel;Téléphone;Adultes;Enfants;Commune;Horizon;Origine;Premier contact;Étape;Accord;Notes',
  'Famille Riu;anne@riu.example;;2;2015, 2018;Toulouse;court terme;Salon de Toulouse;14/03/2026;qualifié;oui;Ont aimé Auzat',
  ';nobody@list.example;;;;;;;;;oui;',
  'Paul Vert;vert.example;;;;;;;;;oui;',
  'Zoé Blanc;;06 12 34 56 78;1;7 ans, 11 ans;Lyon;;Internet;2025-06-01;;oui;',
  'Anne Riu;ANNE@riu.example;;;;;;;;;oui;',
  'Luc Noir;luc@noir.example;;2;2 enfants;;;;;;oui;',
  'Ida Gris;ida@gris.example;;;;;;;12/01/2019;;oui;',
  'Eva Rose;eva@rose.example;;;;;;;;;non;',
].join('\r\n');

describe('a list of households', () => {
  it('is checked row by row, taken in once, and says what was left', async () => {
    const { send, kept, check, run, households, territoryId } = territory();
    const { status, id } = await send(LIST);
    expect(status).toBe(201);
    const { mapping } = await kept(id);
    expect(
      Object.fromEntries(mapping.map(({ field, header }: Record<string, string>) => [field, header])),
    ).toMatchObject({
      name: 'Nom',
      children: 'Enfants',
      livesIn: 'Commune',
      channel: 'Origine',
      firstContact: 'Premier contact',
      consent: 'Accord',
    });
    const { import: checked } = await check(id);
    expect(checked.report).toMatchObject({ taken: 2, people: 7, refused: 5, known: 1 });
    expect(checked.report.left.map(({ line, fate }: { line: number; fate: string }) => [line, fate])).toEqual(
      [
        [3, 'REFUSED'],
        [4, 'REFUSED'],
        [6, 'KNOWN'],
        [7, 'REFUSED'],
        [8, 'REFUSED'],
        [9, 'REFUSED'],
      ],
    );
    expect(checked.report.left[3].words.join()).toContain('2 enfants');
    expect(checked.report.left[4].words.join()).toContain('trois ans');
    expect(await households()).toEqual([]);

    const outcomes = await Promise.all([run(id), run(id)]);
    expect(outcomes.map((outcome) => outcome.import.state)).toEqual(['IMPORTED', 'IMPORTED']);
    expect(await households()).toMatchObject([
      {
        name: 'Famille Riu',
        lives_in: 'Toulouse',
        stage: 'QUALIFIED',
        adults: 2,
        children: [2015, 2018],
        horizon: 'SHORT_TERM',
        first: '2026-03-14',
        last: '2026-03-14',
      },
      { name: 'Zoé Blanc', phone: '+33612345678', stage: 'NEW', children: [2014, 2018], first: '2025-06-01' },
    ]);
    const { rows: consents } = await world.superuser.query(
      'select wording, channel, given_at::date::text as given from prospect_consent where territory_id = $1 order by given_at',
      [territoryId],
    );
    expect(consents).toMatchObject([
      { given: '2025-06-01' },
      { wording: BASIS, channel: 'PAPER', given: '2026-03-14' },
    ]);
    const { rows: touches } = await world.superuser.query(
      `select form, declared_channel as channel, declared_words as words from prospect_touch
        where territory_id = $1 order by at desc limit 1`,
      [territoryId],
    );
    expect(touches).toEqual([{ form: 'IMPORT', channel: 'FAIR', words: 'Salon de Toulouse' }]);
    // The rows are not kept beyond their use.
    expect((await kept(id)).rowCount).toBe(0);
  });

  it('sent again doubles nobody, and leads to who is known', async () => {
    const { send, check, run, households } = territory();
    const first = await send(LIST);
    await check(first.id);
    await run(first.id);
    const again = await send(LIST);
    const { report } = (await check(again.id)).import;
    expect(report).toMatchObject({ taken: 0, known: 3 });
    expect(report.left[0]).toMatchObject({ line: 2, prospectId: expect.any(String) });
    await run(again.id);
    expect(await households()).toHaveLength(2);
  });

  it('needs a name, a way to answer, and the right to keep them', async () => {
    const { send, check } = territory();
    const { id } = await send('A;B\nAnne;anne@riu.example\n');
    expect(await check(id, [])).toMatchObject({ problems: [{ field: 'name' }, { field: 'email' }] });
    const mapping = [
      { field: 'name', header: 'A' },
      { field: 'email', header: 'B' },
    ];
    expect(await check(id, mapping, ' oui ')).toMatchObject({ problems: [{ field: 'legalBasis' }] });
    expect((await check(id, mapping)).import.report).toMatchObject({ taken: 1 });
  });

  it('is forgotten after a week', async () => {
    const { send, kept } = territory();
    const { id } = await send(LIST);
    await world.superuser.query(
      `update prospect_import set created_at = now() - interval '8 days' where id = $1`,
      [id],
    );
    const young = await send(LIST);
    expect((await kept(id)).state).toBe('GIVEN_UP');
    expect((await kept(id)).rowCount).toBe(0);
    expect((await kept(young.id)).rowCount).toBe(8);
  });

  it('is for agents alone, and for those of the territory', async () => {
    const { send, territoryId } = territory();
    expect((await send(LIST, viewerAs('CONTRIBUTOR'))).error?.code).toBe('FORBIDDEN');
    const { id } = await send(LIST);
    const viewer = world.subgraph.client({ territoryId, viewer: viewerAs('VIEWER') });
    expect((await viewer('{ prospectImports { id } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { agent } = territory();
    expect((await agent(`{ prospectImport(id: "${id}") { id } }`)).data?.prospectImport).toBeNull();
  });

  it('of five hundred households goes in whole; one of more is refused', async () => {
    const { send, check, run, households } = territory();
    const rows = Array.from({ length: 500 }, (_, index) => `Foyer ${index};foyer-${index}@liste.example`);
    const { id } = await send(`Nom;Mail\n${rows.join('\n')}\n`);
    await check(id);
    expect((await run(id)).import.report.taken).toBe(500);
    expect(await households()).toHaveLength(500);
    expect((await send(`Nom;Mail\n${[...rows, 'x;x@y.example'].join('\n')}\n`)).error?.problem).toBe('ROWS');
  });
});
