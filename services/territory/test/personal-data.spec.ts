import { fingerprints, plantCanaries } from '@ancrage/testing/canary-rows';
import { viewerAs } from '@ancrage/testing/signed-client';
import { askPersonalData, askUnsigned } from '@ancrage/testing/signed-personal-data';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NAMED, premisesOf } from './premises/premises.story.js';
import { type TwoTerritories, twoTerritories } from './story.js';

const EMAIL = 'canari@riu.example';
const NEAR = 'canaris@riu.example';
const PHONE = '+33561998877';
let story: TwoTerritories;
let superuser: pg.Client;
beforeAll(async () => {
  story = await twoTerritories();
  superuser = new pg.Client({ connectionString: story.database.superuserUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await story.subgraph.stop();
});

const ask = async (kind: 'EXPORT' | 'ERASE', accountId: string | null = null) => {
  const asked = { ...story.subgraph, territoryId: story.pfha.id };
  const { status, answer } = await askPersonalData(asked, kind, {
    ...{ emailKey: EMAIL, phoneKey: PHONE, accountId },
  });
  expect(status).toBe(200);
  return answer;
};
const contactOf = async (title: string) =>
  (
    await superuser.query(
      'select contact_name, contact_email, contact_phone, contact_consent_at is not null as agreed from premises where title = $1 and territory_id = $2',
      [title, story.pfha.id],
    )
  ).rows;
const report = (note: string) =>
  story.subgraph.client({ territoryId: story.pfha.id })(
    'mutation ($input: ReportErrorInput!) { reportError(input: $input) { __typename } }',
    { input: { communeCode: '09122', note } },
  );

it('names nobody any more as the contact of premises, nor in what was reported, and keeps the place', async () => {
  const premises = premisesOf(story);
  const near = { ...NAMED, contactName: 'Odile Canarie', contactEmail: NEAR, contactPhone: '05 61 99 88 78' };
  await premises.published({ ...NAMED, title: 'Par adresse', contactEmail: EMAIL });
  await premises.published({ ...NAMED, title: 'Par numéro', contactPhone: '05 61 99 88 77' });
  await premises.published({ ...near, title: 'Voisine' });
  const before = await contactOf('Voisine');
  await report(`Appelez-moi : ${EMAIL}, 05.61.99.88.77. Ou ma voisine : ${NEAR}, 05 61 99 88 78.`);
  const { counts, data } = await ask('EXPORT');
  expect(counts).toMatchObject({ premises: 2 });
  expect(JSON.stringify(data)).not.toContain(NEAR);
  expect(await ask('ERASE')).toMatchObject({ counts: { premises: 2, mentions: 1 }, kept: { premises: 2 } });
  const nobody = { contact_name: null, contact_email: null, contact_phone: null, agreed: false };
  expect(await contactOf('Par adresse')).toEqual([nobody]);
  expect(await contactOf('Par numéro')).toEqual([nobody]);
  expect(await contactOf('Voisine')).toEqual(before);
  const { rows } = await superuser.query('select note from correction');
  expect(rows).toEqual([{ note: `Appelez-moi : …, …. Ou ma voisine : ${NEAR}, 05 61 99 88 78.` }]);
  expect((await ask('ERASE')).counts).toMatchObject({ premises: 0, mentions: 0 });
});

it('takes the own views of a member whose account went, and nobody else’s', async () => {
  const keep = async () => {
    const viewer = viewerAs('AGENT');
    await story.subgraph.client({ territoryId: story.pfha.id, viewer })(
      'mutation ($input: SaveViewInput!) { saveView(input: $input) { __typename } }',
      { input: { list: '/espace/offre/faits', name: 'La mienne', search: 'famille=SANTE' } },
    );
    return viewer.userId;
  };
  const [gone, stays] = [await keep(), await keep()];
  expect((await ask('ERASE', gone)).counts).toMatchObject({ savedViews: 1 });
  const { rows } = await superuser.query('select user_id from saved_view');
  expect(rows).toEqual([{ user_id: stays }]);
});

it('answers the gateway alone', async () => {
  await premisesOf(story).published({ ...NAMED, title: 'À garder', contactEmail: EMAIL });
  const before = await fingerprints(superuser, story.pfha.id);
  expect(await askUnsigned(story.subgraph.url)).toBeGreaterThanOrEqual(400);
  const other = {
    url: story.subgraph.url,
    secret: 'another secret than the gateway has',
    territoryId: story.pfha.id,
  };
  expect((await askPersonalData(other, 'ERASE', { emailKey: EMAIL })).status).toBeGreaterThanOrEqual(400);
  expect(await fingerprints(superuser, story.pfha.id)).toEqual(before);
});

// Last: it takes the checks of the database away.
it('takes an address out of the words of every table that may be changed, in one territory', async () => {
  for (const { id } of [story.pfha, story.couserans])
    await plantCanaries(superuser, id, `Écrire à ${EMAIL} ou à ${NEAR}`);
  const before = await fingerprints(superuser, story.couserans.id);
  const { kept } = await ask('ERASE');
  const holding: string[] = [];
  for (const table of Object.keys(before)) {
    const { rowCount } = await superuser.query(
      `select 1 from "${table}" t where territory_id = $1 and position($2 in to_jsonb(t)::text) > 0`,
      [story.pfha.id, EMAIL],
    );
    if (rowCount) holding.push(table);
  }
  // The history of facts is never altered, and hosts are the territory's own.
  expect(holding).toEqual(['fact_event', 'territory_host']);
  expect(kept).toMatchObject({ histories: 1 });
  expect(await fingerprints(superuser, story.couserans.id)).toEqual(before);
});
