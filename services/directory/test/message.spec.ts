import { pbkdf2Sync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DirectoryWorld } from './support/directory-world.js';

const territoryId = randomUUID();
const SLUG = 'octet-des-cimes';
let world: DirectoryWorld;
let soloId: string;
let consentId: string;
beforeAll(async () => {
  world = await DirectoryWorld.create();
  ({ id: soloId, consentId } = await world.publishedSolo(territoryId, {
    slug: SLUG,
    displayName: 'Octet des Cimes',
  }));
  await world.superuser.query(
    `insert into solo_contact (solo_id, territory_id, email, shown) values ($1, $2, 'secret@exemple.fr', '{}')`,
    [soloId, territoryId],
  );
});
beforeEach(async () => {
  await world.superuser.query('delete from letter');
  await world.superuser.query('delete from held_message');
});
afterAll(() => world.close());

interface Input {
  slug: string;
  name: string;
  email: string;
  message: string;
  proof?: string;
  website?: string;
}
const good: Input = {
  slug: SLUG,
  name: 'Léa Martin',
  email: 'lea@exemple.fr',
  message: 'Bonjour, je cherche un site pour mon atelier.',
};

/** Works as the site does. */
function proven(input: Input): Input {
  const day = new Date().toISOString().slice(0, 10);
  for (let nonce = 0; ; nonce++) {
    const content = [input.slug, input.email, input.message, day].join('\n');
    if ((pbkdf2Sync(content, `${nonce}`, 2000, 16, 'sha256')[0] as number) < 4)
      return { ...input, proof: `${day}:${nonce}` };
  }
}

const ask = async (document: string, variables: Record<string, unknown>) => {
  const { data, errors } = await world.subgraph.client({ territoryId })(document, variables);
  if (errors) throw new Error(`${errors[0]?.extensions.code}: ${errors[0]?.message}`);
  return data!;
};
const FIELDS = `__typename ... on SoloMessageSent { displayName } ... on SoloMessageRefused { problems { field } }`;
const write = async (input: Input) =>
  (
    await ask(
      `mutation ($input: WriteToSoloInput!) { writeToSolo(input: $input) { ${FIELDS} ... on SoloMessageHeld { displayName } } }`,
      { input },
    )
  ).writeToSolo;
const confirm = async (token: string) =>
  (await ask(`mutation ($token: String!) { confirmSoloMessage(token: $token) { ${FIELDS} } }`, { token }))
    .confirmSoloMessage;
const letters = async () =>
  (await world.superuser.query('select recipient, reply_to, subject, body from letter order by created_at'))
    .rows;
const SENT = { __typename: 'SoloMessageSent', displayName: 'Octet des Cimes' };
const HELD = { __typename: 'SoloMessageHeld', displayName: 'Octet des Cimes' };
const refusedFor = (...fields: string[]) => ({
  __typename: 'SoloMessageRefused',
  problems: fields.map((field) => ({ field })),
});

describe('a message to a solo', () => {
  it('goes to an address that the answer does not tell, and is answered to its writer', async () => {
    const answer = await write(proven(good));
    expect(answer).toEqual(SENT);
    expect(JSON.stringify(answer)).not.toContain('secret@');
    const [letter, ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ recipient: 'secret@exemple.fr', reply_to: 'lea@exemple.fr' });
    expect(letter.subject).toContain('Léa Martin');
    expect(letter.body).toContain(good.message);
  });

  it('sent fifty times at once is one letter', async () => {
    const input = proven({ ...good, message: 'Un même message, cinquante fois.' });
    const answers = await Promise.all(Array.from({ length: 50 }, () => write(input)));
    expect(answers.every(({ __typename }) => __typename === 'SoloMessageSent')).toBe(true);
    expect(await letters()).toHaveLength(1);
  });

  it('without proof of work waits for its writer, who is asked once and lets it go once', async () => {
    expect(await write(good)).toEqual(HELD);
    expect(await write(good)).toEqual(HELD);
    const [asked, ...others] = await letters();
    expect(others).toEqual([]);
    expect(asked).toMatchObject({ recipient: 'lea@exemple.fr', reply_to: null });
    expect(asked.body).not.toContain(good.message);
    const [, token] = /\/annuaire\/message\/([\w-]+)/.exec(asked.body)!;
    expect(await confirm(token as string)).toEqual(SENT);
    expect(await confirm(token as string)).toEqual(refusedFor('slug'));
    const sent = await letters();
    expect(sent.map(({ recipient }) => recipient)).toEqual(['lea@exemple.fr', 'secret@exemple.fr']);
    expect((await world.superuser.query('select from held_message')).rowCount).toBe(0);
  });

  it('is not let go by another link, nor after a day', async () => {
    await write({ ...good, message: 'Un message qui attend trop longtemps.' });
    const [{ body }] = await letters();
    const [, token] = /\/annuaire\/message\/([\w-]+)/.exec(body)!;
    expect(await confirm('another')).toEqual(refusedFor('slug'));
    await world.superuser.query(`update held_message set created_at = now() - interval '25 hours'`);
    expect(await confirm(token as string)).toEqual(refusedFor('slug'));
    expect(await letters()).toHaveLength(1);
  });

  it('asks one address to confirm a few times a day at most, whoever writes', async () => {
    const answers = [];
    for (const turn of [1, 2, 3, 4])
      answers.push(await write({ ...good, message: `Message numéro ${turn} du jour.` }));
    expect(answers.map(({ __typename }) => __typename)).toEqual([
      ...Array(3).fill('SoloMessageHeld'),
      'SoloMessageRefused',
    ]);
    expect(await letters()).toHaveLength(3);
  });

  it('reaches one solo twenty times a day at most', async () => {
    await world.superuser.query(
      `insert into letter (id, territory_id, key, solo_id, recipient, subject, body)
       select gen_random_uuid(), $1, 'message:' || $2::text || ':somebody' || i || ':x', $2::uuid, 'x', 'x', 'x'
         from generate_series(1, 20) as i`,
      [territoryId, soloId],
    );
    expect(await write(proven(good))).toEqual(refusedFor('form'));
    expect(await letters()).toHaveLength(20);
  });

  it('of a programme that fills in what nobody sees goes nowhere, and it learns nothing', async () => {
    expect(await write(proven({ ...good, website: 'https://spam.example' }))).toEqual(SENT);
    expect(await letters()).toEqual([]);
  });

  it.each([
    ['no name', { name: '  ' }, ['name']],
    ['no address', { email: 'lea' }, ['email']],
    ['an address that would add a header', { email: 'lea@exemple.fr\r\nBcc: x@exemple.fr' }, ['email']],
    ['nothing to say', { message: ' \u202e ' }, ['message']],
    ['too much to say', { message: 'x'.repeat(4001) }, ['message']],
  ])('with %s is refused by field', async (_what, change, fields) => {
    expect(await write({ ...good, ...change })).toEqual(refusedFor(...fields));
    expect(await letters()).toEqual([]);
  });

  it('carries no line break and no turned writing into the head of the letter', async () => {
    expect(await write(proven({ ...good, name: 'Léa\r\nBcc: x@exemple.fr \u202eevil' }))).toEqual(SENT);
    const [{ subject }] = await letters();
    expect(subject).not.toMatch(/[\r\n\u202e]/);
  });

  it('is not for who is not published, unknown or without an address', async () => {
    const { id } = await world.publishedSolo(territoryId, { slug: 'sans-adresse' });
    expect(id).toBeTruthy();
    expect(await write(proven({ ...good, slug: 'nobody' }))).toEqual(refusedFor('slug'));
    expect(await write(proven({ ...good, slug: 'sans-adresse' }))).toEqual(refusedFor('slug'));
    const reachable = async (slug: string) =>
      (await ask('query ($slug: String!) { solo(slug: $slug) { reachable } }', { slug })).solo;
    expect(await reachable('sans-adresse')).toEqual({ reachable: false });
    expect(await reachable(SLUG)).toEqual({ reachable: true });
    // Last: who withdraws is written to no more, also by what waited.
    await write({ ...good, message: 'Ce message attend encore son tour.' });
    const [{ body }] = await letters();
    await world.withdraw(consentId);
    expect(await write(proven(good))).toEqual(refusedFor('slug'));
    expect(await confirm(/\/annuaire\/message\/([\w-]+)/.exec(body)![1] as string)).toEqual(
      refusedFor('slug'),
    );
    expect(await letters()).toHaveLength(1);
  });
});
