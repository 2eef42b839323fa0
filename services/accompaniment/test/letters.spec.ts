import { randomUUID } from 'node:crypto';
import { eventually } from '@ancrage/testing/eventually';
import { freePort } from '@ancrage/testing/free-port';
import { PostOffice } from '@ancrage/testing/post-office';
import { viewerAs } from '@ancrage/testing/signed-client';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { household } from './support/news-readers.js';

const CARD = {
  slug: 'foix',
  name: 'Pays de Foix',
  site: 'https://foix.exemple.fr',
  colours: { accent: '#7a2e1d', paper: '#fffaf3', ink: '#1b2330' },
  sender: { name: 'L’accueil', replyTo: 'accueil@foix.fr', from: 'bonjour@foix.fr' },
};
let world: AccompanimentWorld;
let office: PostOffice;
let port: number;
let here: string;

beforeAll(async () => {
  port = await freePort();
  office = await PostOffice.open(port);
  world = await AccompanimentWorld.create(office.mail, 'retours@mail.exemple.fr');
});
beforeEach(async () => {
  here = randomUUID();
  await world.superuser.query('delete from letter');
  office.delivered.length = 0;
  // The service learns who a territory is from the requests about it.
  await as('AGENT')('{ newsAudience }');
  await eventually(async () => (await cards()).length).toBe(1);
});
afterAll(async () => {
  await world?.close();
  await office?.close();
});

const as = (role: Parameters<typeof viewerAs>[0]) =>
  world.subgraph.client({ territoryId: here, territory: CARD, viewer: viewerAs(role) });
const cards = async () =>
  (await world.superuser.query('select * from territory_card where territory_id = $1', [here])).rows;

async function write(
  recipient: string,
  more: { prospectId?: string; content?: object } = {},
): Promise<string> {
  const id = randomUUID();
  await world.superuser.query(
    `insert into letter (id, territory_id, key, prospect_id, sender, recipient, subject, body, content)
     values ($1, $2, $3, $4, 'Pays de Foix', $5, 'C’est confirmé', 'Bonjour', $6)`,
    [id, here, id, more.prospectId ?? null, recipient, more.content && JSON.stringify(more.content)],
  );
  await world.superuser.query(`select pg_notify('letter_written', '')`);
  return id;
}
const letters = async () => (await world.superuser.query('select * from letter order by recipient')).rows;
const addresses = (count: number) => Array.from({ length: count }, (_, index) => `n${index}@exemple.test`);
const sentTo = () => office.delivered.map(({ to }) => to).sort();

it('leaves as text and as a page of its territory, from its sender, with what is attached', async () => {
  const id = await write('lea@exemple.test', {
    content: {
      parts: [{ kind: 'facts', rows: [['Quand', 'samedi']] }],
      attachments: [
        {
          name: 'session.ics',
          mediaType: 'text/calendar; charset=utf-8; method=REQUEST',
          text: 'BEGIN:VCALENDAR',
        },
      ],
    },
  });
  await eventually(() => office.delivered.length).toBe(1);
  const [{ raw, from }] = office.delivered as [PostOffice['delivered'][0]];
  expect(from).toMatch(/^retours\+[a-z2-7]{42}@mail\.exemple\.fr$/);
  const mail = await PostalMime.parse(raw);
  expect(mail).toMatchObject({
    from: { name: 'L’accueil', address: 'bonjour@foix.fr' },
    replyTo: [{ address: 'accueil@foix.fr' }],
    messageId: `<${id}@ancrage.test>`,
    attachments: [{ filename: 'session.ics', mimeType: 'text/calendar', method: 'REQUEST' }],
  });
  expect(mail.text?.trim()).toBe('Bonjour');
  expect(mail.html).toContain('#7a2e1d');
  expect(mail.html).toMatch(/<th scope="row"[^>]*>Quand</);
  expect(raw).not.toContain('List-Unsubscribe');
  await eventually(letters).toMatchObject([{ body: null, content: null, sent_at: expect.any(Date) }]);
});

describe('while the mail server is down for an hour', () => {
  it('nothing is lost and nothing is sent twice', async () => {
    await office.close();
    for (const to of addresses(12)) await write(to);
    await eventually(async () => (await letters()).some(({ problem }) => problem)).toBe(true);
    // An hour of attempts goes by: each finds the same silence.
    for (let attempt = 0; attempt < 4; attempt++) {
      await world.superuser.query(
        `update letter set due_at = now(), tried_since = tried_since - interval '15 minutes';
         select pg_notify('letter_written', '')`,
      );
      await eventually(async () => (await letters()).some(({ due_at }) => due_at > new Date())).toBe(true);
    }
    expect(await letters()).toMatchObject(
      addresses(12)
        .sort()
        .map(() => ({ body: 'Bonjour', failed_at: null, sent_at: null })),
    );
    office = await PostOffice.open(port);
    await world.superuser.query(`update letter set due_at = now(); select pg_notify('letter_written', '')`);
    await eventually(async () => (await letters()).every(({ sent_at }) => sent_at)).toBe(true);
    expect(sentTo()).toEqual(addresses(12).sort());
  });
});

describe('a mailbox that does not exist', () => {
  const LISTS = `query ($state: HouseholdLetterState!) {
    householdLetters(state: $state) { totalCount waitingCount deadCount nodes { id recipient problem attempts prospectId } }
    refusedAddresses { address detail prospectId name }
  }`;
  const listed = async (state: string) => (await as('AGENT')(LISTS, { state })).data ?? {};

  it('shows with the household that gave it, until the address changes or an agent says otherwise', async () => {
    const prospectId = await household(world, here, 'inconnue@EXEMPLE.test');
    const id = await write('inconnue@EXEMPLE.test', { prospectId });
    await eventually(async () => (await listed('DEAD'))['refusedAddresses']).toMatchObject([
      { address: 'inconnue@exemple.test', prospectId, name: 'Léa Octet' },
    ]);
    expect(await listed('DEAD')).toMatchObject({
      householdLetters: { totalCount: 1, deadCount: 1, nodes: [{ id, prospectId, attempts: 1 }] },
      refusedAddresses: [{ detail: expect.stringContaining('No such mailbox') }],
    });
    const bounced = async () =>
      (
        await world.superuser.query('select bounced_at from prospect_contact where prospect_id = $1', [
          prospectId,
        ])
      ).rows[0].bounced_at;
    expect(await bounced()).toBeInstanceOf(Date);
    expect((await as('AGENT')('{ newsAudience }')).data).toEqual({ newsAudience: 0 });

    const clear = 'mutation { clearRefusedAddress(address: "inconnue@exemple.test") }';
    expect((await as('AGENT')(clear)).data).toEqual({ clearRefusedAddress: true });
    expect(await bounced()).toBeNull();
    expect((await as('AGENT')('{ newsAudience }')).data).toEqual({ newsAudience: 1 });

    await world.write(here, `update prospect_contact set bounced_at = now() where prospect_id = $1`, [
      prospectId,
    ]);
    await world.write(
      here,
      `update prospect_contact set email_key = 'autre@exemple.test' where prospect_id = $1`,
      [prospectId],
    );
    expect(await bounced()).toBeNull();
  });

  it('its letters are tried again or thrown away by agents alone, of their own territory', async () => {
    const [one, two] = [await write('inconnue1@exemple.test'), await write('inconnue2@exemple.test')];
    await eventually(async () => (await listed('DEAD'))['householdLetters'].totalCount).toBe(2);
    const discard = (role: Parameters<typeof viewerAs>[0], territoryId = here) =>
      world.subgraph.client({ territoryId, territory: CARD, viewer: viewerAs(role) })(
        `mutation { done: discardHouseholdLetter(id: "${one}") }`,
      );
    expect((await discard('VIEWER')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await discard('AGENT', randomUUID())).data).toEqual({ done: false });
    expect((await discard('AGENT')).data).toEqual({ done: true });
    await world.superuser.query(`update letter set recipient = 'connue@exemple.test' where id = $1`, [two]);
    expect((await as('AGENT')('mutation { retryHouseholdLetters }')).data).toEqual({
      retryHouseholdLetters: 1,
    });
    await eventually(sentTo).toEqual(['connue@exemple.test']);
    await eventually(async () => (await listed('SENT'))['householdLetters']).toMatchObject({
      totalCount: 1,
      deadCount: 0,
    });
  });
});
