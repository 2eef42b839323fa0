import { randomUUID } from 'node:crypto';
import { eventually } from '@ancrage/testing/eventually';
import { PostOffice } from '@ancrage/testing/post-office';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { HouseholdLinks } from '../dist/household/household-links.js';
import { AccompanimentWorld, LINK_SECRET } from './support/accompaniment-world.js';
import { household } from './support/news-readers.js';

const CARD = { slug: 'foix', name: 'Pays de Foix', site: 'https://foix.exemple.fr' };
const links = new HouseholdLinks(LINK_SECRET);
let world: AccompanimentWorld;
let office: PostOffice;
let here: string;
let sessionId: string;

beforeAll(async () => {
  office = await PostOffice.open();
  world = await AccompanimentWorld.create(office.mail);
});
beforeEach(async () => {
  here = randomUUID();
  office.delivered.length = 0;
  sessionId = await world.session(here, { title: 'Week-end à Auzat', slug: 'week-end-auzat' });
});
afterAll(async () => {
  await world?.close();
  await office?.close();
});

const as = (role: Parameters<typeof viewerAs>[0] | null, locale: 'fr' | 'en' = 'fr') =>
  world.subgraph.client({ territoryId: here, territory: CARD, viewer: role && viewerAs(role), locale });
const input = (parts: object = {}) => ({
  ...{ id: randomUUID(), subject: 'Prochaines sessions', introduction: 'Le printemps arrive.' },
  ...{
    sessionIds: [sessionId],
    fairIds: [],
    arrivals: [{ slug: 'lea', title: 'Léa, illustratrice' }],
    ...parts,
  },
});
const SEND = `mutation ($input: NewsInput!) { result: sendNews(input: $input) {
  ... on NewsSent { households } ... on NewsRefused { problems { field message } } } }`;
const send = async (values: object) => (await as('AGENT')(SEND, { input: values })).data?.['result'];
const sentTo = () => office.delivered.map(({ to }) => to).sort();
const subscription = async (prospectId: string, what: 'newsSubscription' | 'stopNews' | 'resumeNews') => {
  const token = links.tokenOf('NEWS', prospectId);
  const kind = what === 'newsSubscription' ? 'query' : 'mutation';
  return (await as(null)(`${kind} { result: ${what}(token: "${token}") { receives } }`)).data?.['result'];
};

it('goes once to each address that agreed, in its language, and says how to stop', async () => {
  const lea = await household(world, here, 'lea@exemple.test');
  await household(world, here, 'LEA@exemple.test');
  await household(world, here, 'max@exemple.test', { locale: 'en' });
  await household(world, here, 'non@exemple.test', { news: false });
  await household(world, randomUUID(), 'ailleurs@exemple.test');
  expect((await as('AGENT')('{ newsAudience }')).data).toEqual({ newsAudience: 2 });
  const issue = input();
  expect(await send(issue)).toEqual({ households: 2 });
  expect(await send(issue)).toEqual({ households: 0 });
  await eventually(() => office.delivered.length).toBe(2);
  const [first] = office.delivered.filter(({ to }) => to.toLowerCase() === 'lea@exemple.test');
  const stop = links.addressOf(CARD, 'NEWS', lea, 'fr');
  const unfolded = first?.raw.replace(/\r\n[ \t]+/g, ' ') ?? '';
  expect([
    unfolded.includes(`List-Unsubscribe: <${stop}>`),
    /List-Unsubscribe: <.*nouvelles\//.test(unfolded),
  ]).toContain(true);
  expect(unfolded).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect((await as('AGENT')('{ newsIssues { id subject households sent } }')).data).toMatchObject({
    newsIssues: [{ id: issue.id, subject: 'Prochaines sessions', households: 2 }],
  });
});

it('stops for who says so: their consent ends, letters that answer them still come, and it can be taken up again', async () => {
  const lea = await household(world, here, 'lea@exemple.test');
  await household(world, here, 'max@exemple.test');
  expect(await subscription(lea, 'newsSubscription')).toEqual({ receives: true });
  expect(await subscription(lea, 'stopNews')).toEqual({ receives: false });
  expect(await subscription(lea, 'stopNews'), 'a second time changes nothing').toEqual({ receives: false });
  const events = await world.superuser.query(
    'select kind, detail from prospect_event where prospect_id = $1',
    [lea],
  );
  expect(events.rows).toEqual([{ kind: 'CONSENT_WITHDRAWN', detail: { purpose: 'NEWS', channel: 'SITE' } }]);
  expect(await send(input())).toEqual({ households: 1 });
  await eventually(sentTo).toEqual(['max@exemple.test']);

  const registration = await world.registration(here, sessionId, 'CONFIRMED', { prospectId: lea });
  await world.superuser.query(
    `insert into letter (id, territory_id, key, prospect_id, recipient, subject, body)
     values ($1, $2, 'confirmed:' || $3, $4, 'lea@exemple.test', 'C’est confirmé', 'Bonjour')`,
    [randomUUID(), here, registration, lea],
  );
  await world.superuser.query(`select pg_notify('letter_written', '')`);
  await eventually(sentTo).toEqual(['lea@exemple.test', 'max@exemple.test']);

  expect(await subscription(lea, 'resumeNews')).toEqual({ receives: true });
  expect((await as('AGENT')('{ newsAudience }')).data).toEqual({ newsAudience: 2 });
});

it('knows nobody by a link that is none, or of another purpose', async () => {
  const lea = await household(world, here, 'lea@exemple.test');
  const ask = async (token: string) =>
    (await as(null)(`mutation { result: stopNews(token: "${token}") { receives } }`)).data;
  expect(await ask(links.tokenOf('REGISTRATION', lea))).toEqual({ result: null });
  expect(await ask('x')).toEqual({ result: null });
  expect(await subscription(randomUUID(), 'stopNews')).toBeNull();
  expect(await subscription(lea, 'newsSubscription')).toEqual({ receives: true });
});

it('says what cannot be announced, and is for agents alone', async () => {
  const past = await world.session(here, { startsAt: '2020-05-01T09:00:00Z' });
  const draft = await world.session(here, { status: 'DRAFT' });
  for (const id of [past, draft, randomUUID()])
    expect((await send(input({ sessionIds: [id] }))).problems).toMatchObject([{ field: 'sessionIds' }]);
  expect((await send(input({ sessionIds: [], arrivals: [] }))).problems).toMatchObject([
    { field: 'sessionIds' },
  ]);
  expect((await send(input({ subject: ' ', introduction: 'x'.repeat(2001) }))).problems).toMatchObject([
    { field: 'subject' },
    { field: 'introduction' },
  ]);
  const refused = await as('CONTRIBUTOR')(SEND, { input: input() });
  expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

it('shows what it would say, in the language of who asks, and writes nothing', async () => {
  await household(world, here, 'lea@exemple.test');
  const PREVIEW = `query ($input: NewsInput!) { result: newsPreview(input: $input) {
    ... on NewsPreview { subject text households } } }`;
  const shown = (await as('AGENT', 'en')(PREVIEW, { input: input() })).data?.['result'];
  expect(shown).toMatchObject({ subject: 'Prochaines sessions', households: 1 });
  expect(shown.text).toContain('https://foix.exemple.fr/en/decouvrir/week-end-auzat');
  expect(shown.text).toContain('Le printemps arrive.');
  const { rows } = await world.superuser.query('select from letter where territory_id = $1', [here]);
  expect(rows).toEqual([]);
});
