import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';

let world: DirectoryWorld;
beforeAll(async () => {
  world = await DirectoryWorld.create();
});
afterAll(() => world.close());

function territory() {
  const territoryId = randomUUID();
  const agent = world.subgraph.client({ territoryId, viewer: viewerAs('AGENT') });
  const identify = async (displayName: string, more: Record<string, unknown> = {}) => {
    const input = { displayName, identifiedBy: 'Salon de Foix', ...more };
    const { data } = await agent(
      `mutation ($input: SoloInput!) { identifySolo(input: $input) { ... on SoloRecordSaved { record { id } } } }`,
      { input },
    );
    return data?.identifySolo.record.id as string;
  };
  const contact = async (ids: string[], message?: string) =>
    (
      await agent(
        `mutation ($ids: [ID!]!, $message: String) { contactSolos(ids: $ids, message: $message) { __typename
          ... on SolosContacted { written left { why record { displayName } } } ... on ContactRefused { problems { field } } } }`,
        { ids, message },
      )
    ).data?.contactSolos;
  const letters = async () =>
    (
      await world.superuser.query(
        'select recipient, subject, body from letter where territory_id = $1 order by recipient',
        [territoryId],
      )
    ).rows;
  const record = async (id: string) =>
    (await agent(`{ soloRecord(id: "${id}") { status toInform contact { informedAt } events { kind } } }`))
      .data?.soloRecord;
  return { territoryId, agent, identify, contact, letters, record };
}

it('tells each person once what is known of them, from where, and how to object', async () => {
  const { identify, contact, letters, record } = territory();
  const id = await identify('Atelier Riu', { email: 'anne@riu.example', phone: '0561000000' });
  expect(await contact([id, id], 'Nous préparons une fête des solos.')).toMatchObject({
    written: 1,
    left: [],
  });
  const [letter] = await letters();
  expect(letter.recipient).toBe('anne@riu.example');
  expect(letter.body).toContain('Nous préparons une fête des solos.');
  expect(letter.body).toContain('par cette source : Salon de Foix');
  expect(letter.body).toContain('votre téléphone (+33561000000)');
  expect(letter.body).toMatch(/\/annuaire\/rejoindre\n/);
  expect(letter.body).toMatch(/\/annuaire\/objection\/[A-Za-z0-9_-]{64}\n/);
  expect(await record(id)).toMatchObject({
    status: 'CONTACTED',
    toInform: false,
    contact: { informedAt: expect.any(String) },
    events: [{ kind: 'CONTACTED' }, { kind: 'INFORMED' }, { kind: 'IDENTIFIED' }],
  });
  expect(await contact([id])).toMatchObject({ written: 0, left: [{ why: 'WRITTEN' }] });
  expect(await letters()).toHaveLength(1);
});

it('writes once to each of a selection that is sent twice at the same time', async () => {
  const { identify, contact, letters } = territory();
  const ids = await Promise.all(
    ['un', 'deux', 'trois'].map((name) => identify(name, { email: `${name}@solo.example` })),
  );
  const outcomes = await Promise.all([contact(ids), contact([...ids].reverse())]);
  expect(outcomes.map(({ written }) => written).sort()).toEqual([0, 3]);
  expect(await letters()).toHaveLength(3);
});

it('never writes to who refused, withdrew, objected, agreed or has no address', async () => {
  const { agent, identify, contact, letters } = territory();
  const refused = await identify('Refus', { email: 'refus@solo.example' });
  await agent(`mutation { moveSolo(id: "${refused}", to: REFUSED, note: "Non merci") { __typename } }`);
  const withdrawn = await identify('Retrait', { email: 'retrait@solo.example' });
  const given = `purpose: WEB, wording: "Oui", version: "1", channel: PAPER, givenOn: "2026-01-01", evidence: "x"`;
  await agent(`mutation { recordConsent(id: "${withdrawn}", input: { ${given} }) { __typename } }`);
  await agent(`mutation { withdrawConsent(id: "${withdrawn}", purpose: WEB, note: "x") { __typename } }`);
  const agreed = await identify('Accord', { email: 'accord@solo.example' });
  await agent(`mutation { recordConsent(id: "${agreed}", input: { ${given} }) { __typename } }`);
  const objected = await identify('Opposition', { email: 'oppose@solo.example' });
  await world.superuser.query('update solo_contact set objected_at = now() where solo_id = $1', [objected]);
  const silent = await identify('Sans adresse');
  const elsewhere = await territory().identify('Ailleurs', { email: 'ailleurs@solo.example' });
  const { written, left } = await contact([refused, withdrawn, agreed, objected, silent, elsewhere]);
  expect(written).toBe(0);
  expect(
    left
      .map(
        ({ why, record }: { why: string; record: { displayName: string } }) => `${record.displayName} ${why}`,
      )
      .sort(),
  ).toEqual([
    'Accord AGREED',
    'Opposition OBJECTED',
    'Refus REFUSED',
    'Retrait REFUSED',
    'Sans adresse NO_EMAIL',
  ]);
  expect(await letters()).toEqual([]);
});

it('shows the letter before it leaves, and refuses a message without end', async () => {
  const { agent, identify, contact, letters } = territory();
  const id = await identify('Atelier Riu', { email: 'anne@riu.example' });
  const { data } = await agent(
    `{ firstLetter(ids: ["${id}"]) { subject body message recipients { displayName } left { why } } }`,
  );
  expect(data?.firstLetter.recipients).toEqual([{ displayName: 'Atelier Riu' }]);
  expect(data?.firstLetter.body).toContain(data?.firstLetter.message);
  expect(await letters()).toEqual([]);
  expect(await contact([id], 'x'.repeat(1501))).toMatchObject({ problems: [{ field: 'message' }] });
});
