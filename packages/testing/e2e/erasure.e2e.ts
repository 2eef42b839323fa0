import { randomUUID } from 'node:crypto';
import { SERVICES } from '@ancrage/postgres/databases';
import { beforeAll, expect, it } from 'vitest';
import { eventually } from '../src/eventually.js';
import { databaseUrl } from '../src/platform/commands.js';
import { gatewayClient } from '../src/platform/gateway-client.js';
import { signIn } from '../src/platform/sign-in.js';
import { SiteClient } from '../src/platform/site-client.js';
import { testPlatform } from '../src/platform/test-platform.js';
import { openSession } from '../src/registrations.js';
import { administratorOf, knownPerson } from './known-person.js';

const platform = testPlatform();
const { couserans } = platform;
const GONE = { name: 'Zéphyrine Canari', email: 'zephyrine.canari@riu.example', phone: '+33561998877' };
const NEAR = { name: 'Zéphyrine Canarie', email: 'zephyrine.canarie@riu.example', phone: '+33561998878' };
/** However they may stand in a row. */
const traces = ({ email }: typeof GONE) => [email, '561998877', '05 61 99 88 77', 'canari"', 'canari\\"'];

const { inDatabase, becomeKnown, tracesEverywhere } = knownPerson(platform, couserans);

/** A household comes by the public form, and writes. */
async function register(sessionId: string, { name, email, phone }: typeof GONE): Promise<void> {
  const anybody = gatewayClient(platform.gatewayUrl, { territory: couserans.slug });
  const { data: wording } = await anybody('{ registrationConsent { version } }');
  const { data, errors } = await anybody(
    `mutation ($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { __typename } }`,
    {
      input: {
        ...{ sessionId, contact: { name, email, phone }, adults: 1, idempotencyKey: randomUUID() },
        consent: { textVersion: wording?.registrationConsent.version, accepted: true },
      },
    },
  );
  expect({ errors, made: data?.registerHousehold.__typename }).toEqual({ made: 'RegistrationConfirmed' });
  const [household] = await inDatabase<{ id: string }>(
    'accompaniment',
    'select prospect_id as id from prospect_contact where email_key = $1',
    [email],
  );
  await inDatabase(
    'accompaniment',
    `insert into household_message (id, territory_id, prospect_id, from_household, author, body) values ($1, $2, $3, true, $4, $5)`,
    [randomUUID(), couserans.id, household?.id, name, `Rappelez-moi au ${phone}, ${name}`],
  );
}

/** Every row that names somebody, as it stands, in the four databases. */
async function rowsNaming(words: string): Promise<string[]> {
  const rows: string[] = [];
  for (const service of SERVICES) {
    const tables = await inDatabase<{ name: string }>(
      service,
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
    );
    for (const { name } of tables) {
      const found = await inDatabase<{ row: string }>(
        service,
        `select to_jsonb(t)::text as row from "${name}" t where position($1 in to_jsonb(t)::text) > 0 order by 1`,
        [words],
      );
      rows.push(...found.map(({ row }) => `${service}.${name} ${row}`));
    }
  }
  return rows;
}

let administrator: ReturnType<typeof gatewayClient>;
beforeAll(async () => {
  administrator = await administratorOf(platform, couserans, 'effacement@couserans.ancrage.test');
});

const REQUEST = `id reference finishedAt soughtBy answers { service confirmedAt counts { what count } kept { what count } }`;
const erase = async () => {
  const { data, errors } = await administrator(
    `mutation ($input: PersonRequestInput!) { requestPersonalData(input: $input) { ... on PersonRequestTaken { request { ${REQUEST} } } } }`,
    { input: { kind: 'ERASE', email: GONE.email, phone: '05 61 99 88 77', confirmed: true } },
  );
  expect(errors).toBeUndefined();
  return data?.requestPersonalData.request;
};
const read = async (id: string) =>
  (await administrator(`query ($id: ID!) { personRequest(id: $id) { ${REQUEST} } }`, { id })).data
    ?.personRequest;
const confirmed = async (id: string) =>
  (await read(id)).answers.flatMap(
    ({ service, confirmedAt }: { service: string; confirmedAt: string | null }) =>
      confirmedAt ? [service] : [],
  );

it('leaves nothing of a person in any column of any of the four databases, and their neighbour as they were', async () => {
  const sessionId = await openSession(
    await databaseUrl(platform, 'accompaniment', 'superuser'),
    couserans.id,
    20,
  );
  for (const person of [GONE, NEAR]) {
    await becomeKnown(person);
    await register(sessionId, person);
  }
  const site = new SiteClient(platform.ports.WEB_PORT, `${couserans.slug}.localhost`);
  await signIn(site, platform.mailUrl, GONE.email);
  const reported = await gatewayClient(platform.gatewayUrl, { territory: couserans.slug })(
    'mutation ($input: ReportErrorInput!) { reportError(input: $input) { __typename } }',
    { input: { communeCode: couserans.communes[0]?.code, note: `Voir ${GONE.email}, 05 61 99 88 77` } },
  );
  expect(reported.errors).toBeUndefined();
  // Letters to them leave in their own time: what is compared must have come to rest.
  const waiting = () =>
    inDatabase<{ id: string }>(
      'accompaniment',
      'select id from letter where sent_at is null and failed_at is null and recipient = any($1)',
      [[GONE.email, NEAR.email]],
    );
  await eventually(async () => (await waiting()).length).toBe(0);
  const known = await tracesEverywhere(traces(GONE));
  expect(known).toEqual(
    expect.arrayContaining([
      ...['identity.user_account', 'directory.solo', 'directory.solo_contact', 'directory.letter'],
      ...['territory.premises', 'territory.correction', 'accompaniment.prospect_contact'],
      ...['accompaniment.registration', 'accompaniment.household_message', 'accompaniment.sponsor'],
      'accompaniment.letter',
    ]),
  );
  const neighbour = await rowsNaming(NEAR.name.slice(-7));
  expect(neighbour.length).toBeGreaterThan(8);

  const request = await erase();
  await eventually(() => confirmed(request.id)).toEqual([
    ...['identity', 'directory', 'territory', 'accompaniment'],
  ]);

  expect(await tracesEverywhere(traces(GONE))).toEqual([]);
  expect(await rowsNaming(NEAR.name.slice(-7))).toEqual(neighbour);
  const certificate = await read(request.id);
  const counts = Object.fromEntries(
    certificate.answers.map((answer: { service: string; counts: { what: string; count: number }[] }) => [
      answer.service,
      Object.fromEntries(answer.counts.map(({ what, count }) => [what, count])),
    ]),
  );
  expect(counts).toMatchObject({
    identity: { accounts: 1, memberships: 1, sessions: 1 },
    directory: { solos: 1 },
    territory: { premises: 1, mentions: 1 },
    accompaniment: { households: 1, sponsors: 1 },
  });
  expect(certificate).toMatchObject({ soughtBy: null, finishedAt: expect.any(String) });
  for (const word of [GONE.name, GONE.email, '561998877'])
    expect(JSON.stringify(certificate)).not.toContain(word);

  // Asked again it is the same request: looked through once more, and nothing is there.
  const again = await erase();
  expect(again.reference).toBe(request.reference);
  await eventually(async () => (await read(request.id)).finishedAt).not.toBeNull();
  expect(await tracesEverywhere(traces(GONE))).toEqual([]);
});
