import { randomUUID } from 'node:crypto';
import { eventually } from '@ancrage/testing/eventually';
import { PostOffice } from '@ancrage/testing/post-office';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';

let world: DirectoryWorld;
let office: PostOffice;
const here = randomUUID();
beforeAll(async () => {
  office = await PostOffice.open();
  world = await DirectoryWorld.create(office.mail);
});
afterAll(async () => {
  await world.close();
  await office.close();
});

const as = (role: Parameters<typeof viewerAs>[0] | null, territoryId = here) =>
  world.subgraph.client({ territoryId, viewer: role && viewerAs(role) });
const LIST = '{ deadLetters { totalCount waitingCount nodes { id recipient subject problem attempts } } }';
const listed = async (territoryId = here) => (await as('AGENT', territoryId)(LIST)).data?.['deadLetters'];

async function write(recipient: string): Promise<string> {
  const id = randomUUID();
  await world.superuser.query(
    `insert into letter (id, territory_id, key, recipient, subject, body) values ($1, $2, $3, $4, 'Votre entrée', 'Bonjour')`,
    [id, here, id, recipient],
  );
  await world.superuser.query(`select pg_notify('letter_written', '')`);
  return id;
}
const retry = (id: string, role: Parameters<typeof viewerAs>[0] | null = 'AGENT', territoryId = here) =>
  as(role, territoryId)(`mutation { done: retryDeadLetter(id: "${id}") }`);

it('are those to mailboxes that do not exist: members see why, correct what they can, and try again', async () => {
  const id = await write('inconnue@exemple.test');
  await eventually(async () => (await listed())?.totalCount).toBe(1);
  expect(await listed()).toMatchObject({
    waitingCount: 0,
    nodes: [{ id, recipient: 'inconnue@exemple.test', subject: 'Votre entrée', attempts: 1 }],
  });
  expect((await listed()).nodes[0].problem).toContain('No such mailbox');
  await world.superuser.query(`update letter set recipient = 'connue@exemple.test' where id = $1`, [id]);
  expect((await retry(id)).data).toEqual({ done: true });
  await eventually(() => office.delivered.map(({ to }) => to)).toEqual(['connue@exemple.test']);
  await eventually(async () => (await listed()).totalCount).toBe(0);
  expect((await retry(id)).data, 'it has left').toEqual({ done: false });
});

it('may be thrown away', async () => {
  const id = await write('inconnue@exemple.test');
  await eventually(async () => (await listed())?.totalCount).toBe(1);
  const { data } = await as('AGENT')(`mutation { done: discardDeadLetter(id: "${id}") }`);
  expect(data).toEqual({ done: true });
  expect((await listed()).totalCount).toBe(0);
});

it('are nobody’s but the agents’ of their territory', async () => {
  const id = await write('inconnue@exemple.test');
  await eventually(async () => (await listed())?.totalCount).toBe(1);
  const elsewhere = randomUUID();
  expect(await listed(elsewhere)).toMatchObject({ totalCount: 0, nodes: [] });
  expect((await retry(id, 'ADMINISTRATOR', elsewhere)).data).toEqual({ done: false });
  for (const role of ['VIEWER', 'CONTRIBUTOR', null] as const) {
    const code = role ? 'FORBIDDEN' : 'UNAUTHENTICATED';
    expect((await as(role)(LIST)).errors?.[0]?.extensions.code).toBe(code);
    expect((await retry(id, role)).errors?.[0]?.extensions.code).toBe(code);
  }
});
