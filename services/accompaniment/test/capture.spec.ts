import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';

const here = randomUUID();
const fairId = randomUUID();
let world: AccompanimentWorld;
let version: string;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  await world.write(
    here,
    `insert into fair (id, territory_id, slug, name, place, starts_at, ends_at)
     values ($1, $2, 'salon', 'Salon', 'Toulouse', now() - interval '2 days', now() - interval '1 day')`,
    [fairId, here],
  );
  version = (await as('AGENT')('{ captureWords { version } }')).data?.captureWords.version;
});
afterAll(() => world.close());

const as = (role: 'AGENT' | 'VIEWER', territoryId = here) =>
  world.subgraph.client({ territoryId, viewer: viewerAs(role) });
const CAPTURE = `mutation ($input: CaptureProspectInput!) { captureProspect(input: $input) { __typename
  ... on ProspectCaptured { prospectId known again } ... on CaptureRefused { problems { field message } } } }`;
const form = (typed: Record<string, unknown> = {}) => ({
  captureKey: randomUUID(),
  fairId,
  metAt: new Date(Date.now() - 36 * 3_600_000).toISOString(),
  name: 'Camille Roux',
  email: `${randomUUID()}@exemple.fr`,
  phone: '06 12 34 56 78',
  adults: 2,
  childrenBirthYears: [2019],
  project: 'Télétravailler près d’une école',
  horizon: 'SHORT_TERM',
  consent: { version, accepted: true, news: false },
  ...typed,
});
const send = async (input: object, role: 'AGENT' | 'VIEWER' = 'AGENT') =>
  (await as(role)(CAPTURE, { input })).data?.captureProspect;
const households = async (email: string) =>
  (
    await world.superuser.query(
      `select p.id, p.horizon, p.first_contact_on::text as "on", p.last_contact_at as "lastContactAt",
         (select count(*)::int from prospect_touch t where t.prospect_id = p.id) as touches,
         (select count(*)::int from prospect_event e where e.prospect_id = p.id and e.kind = 'MET') as meetings,
         (select json_agg(json_build_object('channel', s.channel, 'purpose', s.purpose, 'version', s.version))
            from prospect_consent s where s.prospect_id = p.id) as consents
        from prospect p join prospect_contact c on c.prospect_id = p.id where c.email = $1`,
      [email],
    )
  ).rows;

describe('a household met at a fair', () => {
  it('is one household however often its form is sent, at the day when it was met', async () => {
    const input = form();
    const first = await send(input);
    expect(first).toMatchObject({ known: false, again: false });
    expect(await send(input)).toEqual({ ...first, again: true });
    const [household, ...more] = await households(input.email);
    expect(more).toEqual([]);
    expect(household).toMatchObject({
      horizon: 'SHORT_TERM',
      touches: 1,
      meetings: 1,
      consents: [{ channel: 'FAIR', purpose: 'FOLLOW_UP', version }],
    });
    expect(household.lastContactAt.toISOString()).toBe(input.metAt);
  });

  it('that two phones note at once is one household', async () => {
    const input = form();
    const answers = await Promise.all([
      send(input),
      send({ ...input, captureKey: randomUUID() }),
      send(input),
    ]);
    expect(new Set(answers.map(({ prospectId }) => prospectId)).size).toBe(1);
    expect(await households(input.email)).toMatchObject([{ touches: 2, meetings: 2 }]);
  });

  it('that was known before is met again once, even when the form is sent again', async () => {
    const known = form();
    await send(known);
    const again = { ...form({ email: known.email }), name: 'C. Roux' };
    expect(await send(again)).toMatchObject({ known: true, again: false });
    expect(await send(again)).toMatchObject({ again: true });
    expect(await households(known.email)).toMatchObject([{ touches: 2, meetings: 2 }]);
  });

  it('was met neither tomorrow nor years ago, whatever the phone’s clock says', async () => {
    const [ahead, behind] = [
      form({ metAt: '2199-01-01T00:00:00Z' }),
      form({ metAt: '1999-01-01T00:00:00Z' }),
    ];
    await send(ahead);
    await send(behind);
    const at = async ({ email }: { email: string }) => (await households(email))[0].lastContactAt.getTime();
    expect(await at(ahead)).toBeLessThanOrEqual(Date.now());
    expect(await at(behind)).toBeGreaterThan(Date.now() - 4 * 24 * 3_600_000);
  });
});

describe('a form of a fair', () => {
  it.each([
    ['consent', { consent: { version: '2026-11', accepted: false, news: false } }],
    ['consent', { consent: { version: '2020-01', accepted: true, news: false } }],
    ['email', { email: null, phone: '' }],
    ['email', { email: 'camille' }],
    ['phone', { phone: '12' }],
    ['email', { email: null, consent: { version: '2026-11', accepted: true, news: true } }],
    ['name', { name: ' ' }],
    ['adults', { adults: 0 }],
    ['adults', { adults: 500 }],
    ['childrenBirthYears', { childrenBirthYears: [1950] }],
  ])('is refused for its %s, with words: %j', async (field, typed) => {
    const outcome = await send(form(typed));
    expect(outcome.__typename).toBe('CaptureRefused');
    expect(outcome.problems.map((problem: { field: string }) => problem.field)).toEqual([field]);
  });

  it('is taken from agents alone, for a fair of their territory', async () => {
    expect((await as('VIEWER')(CAPTURE, { input: form() })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await as('AGENT', randomUUID())(CAPTURE, { input: form() })).errors?.[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
  });
});
