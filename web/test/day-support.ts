import { randomUUID } from 'node:crypto';
import { asSuperuser } from '@ancrage/postgres/databases';
import { databaseUrl } from '@ancrage/testing/commands';
import { gatewayClient } from '@ancrage/testing/gateway-client';
import { signIn, tokenOf } from '@ancrage/testing/sign-in';
import { SiteClient } from '@ancrage/testing/site-client';
import { testPlatform } from '@ancrage/testing/test-platform';
import { encode } from 'uqr';

const platform = testPlatform();
const paris = (at: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T');
const HOUR = 3_600_000;

// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what a test finds out.
type Answered = Record<string, any>;
/** What an agent asks the API; an error is thrown. */
export type Ask = (query: string, variables: object) => Promise<Answered>;

export async function agent(email = 'agent@demo.ancrage.test'): Promise<Ask> {
  const client = new SiteClient(platform.ports.WEB_PORT, 'localhost');
  await signIn(client, platform.mailUrl, email);
  const ask = gatewayClient(platform.gatewayUrl, {
    territory: platform.pfha.slug,
    token: await tokenOf(client),
  });
  return async (query, variables) => {
    const { data, errors } = await ask(query, variables as Record<string, unknown>);
    if (errors) throw new Error(JSON.stringify(errors));
    return data ?? {};
  };
}

/** A session that starts in two hours, published: its check-in is open. */
export async function sessionToday(ask: Ask, title: string, capacity = 40): Promise<string> {
  const input = {
    title,
    format: 'WEEKEND',
    startsAt: paris(Date.now() + 2 * HOUR),
    endsAt: paris(Date.now() + 26 * HOUR),
    capacity,
    meetingPlace: 'Salle des fêtes',
    hostCommuneCode: '09030',
  };
  const { saveSession } = await ask(
    `mutation ($input: SaveSessionInput!) { saveSession(input: $input) { __typename
      ... on SessionSaved { record { session { id } } } ... on SessionRefused { problems { field message } } } }`,
    { input },
  );
  if (!saveSession.record) throw new Error(JSON.stringify(saveSession));
  const { id } = saveSession.record.session;
  await ask('mutation ($id: ID!) { publishSession(id: $id) { __typename } }', { id });
  return id;
}

/** A household registers itself, as the public form has it do. */
export async function register(
  sessionId: string,
  name: string,
  { adults = 2, children = [] as number[], needs = {} } = {},
): Promise<string> {
  const ask = gatewayClient(platform.gatewayUrl, { territory: platform.pfha.slug });
  const wording = await ask('{ registrationConsent { version } }');
  const { data, errors } = await ask(
    `mutation ($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { __typename
      ... on RegistrationConfirmed { registration { id } } ... on RegistrationWaitlisted { registration { id } }
      ... on RegistrationRefused { message problems { field message } } } }`,
    {
      input: {
        sessionId,
        contact: { name, email: `${randomUUID()}@exemple.fr`, phone: '05 61 00 00 00' },
        adults,
        children: children.map((birthYear) => ({ birthYear })),
        needs,
        consent: { textVersion: wording.data?.registrationConsent.version, accepted: true },
        idempotencyKey: randomUUID(),
      },
    },
  );
  const made = data?.registerHousehold;
  if (!made?.registration) throw new Error(JSON.stringify({ made, errors }));
  return made.registration.id;
}

/** The codes of a session's households, by name. */
export async function codesOf(ask: Ask, sessionId: string): Promise<Map<string, string>> {
  const { sessionRoster } = await ask(
    'query ($id: ID!) { sessionRoster(sessionId: $id) { households { contactName checkInToken } others { checkInToken status } } }',
    { id: sessionId },
  );
  return new Map([
    ...sessionRoster.households.map((each: Answered) => [each.contactName, each.checkInToken]),
    ...sessionRoster.others.map((each: Answered) => [each.status, each.checkInToken]),
  ]);
}

/** How many marks the database holds of a session, and how many times its trail says that somebody attended. */
export async function countMarks(sessionId: string): Promise<{ marks: number; attended: number }> {
  return inDatabase(async (query) => {
    const [row] = await query(
      `select (select count(*)::int from attendance a join registration r on r.id = a.registration_id where r.session_id = $1) as marks,
              (select count(*)::int from registration_event where session_id = $1 and kind = 'ATTENDED') as attended`,
      [sessionId],
    );
    return row as { marks: number; attended: number };
  });
}

/** Lets time pass for a session: it started three hours ago, or ended yesterday. */
export const moveBack = (sessionId: string, hours: number): Promise<unknown> =>
  inDatabase((query) =>
    query(
      `update discovery_session set starts_at = now() - make_interval(hours => $2), ends_at = now() - make_interval(hours => $2 - 6)
        where id = $1`,
      [sessionId, hours],
    ),
  );

async function inDatabase<Result>(
  work: (query: (text: string, values: unknown[]) => Promise<object[]>) => Promise<Result>,
): Promise<Result> {
  let result: Result | undefined;
  await asSuperuser(await databaseUrl(platform, 'accompaniment', 'superuser'), async (client) => {
    await client.query(`select set_config('app.territory_id', $1, false)`, [platform.pfha.id]);
    result = await work(async (text, values) => (await client.query(text, values)).rows);
  });
  return result as Result;
}

/** A picture of a code as a camera sees it, as one frame of a YUV4MPEG2 film: grey around black and white. */
export function filmOf(text: string): Buffer {
  const side = 640;
  const { data } = encode(text, { ecc: 'M', border: 4 });
  const scale = Math.floor((side * 0.8) / data.length);
  const start = Math.floor((side - scale * data.length) / 2);
  const luma = Buffer.alloc(side * side, 200);
  for (let row = 0; row < data.length * scale; row += 1) {
    for (let column = 0; column < data.length * scale; column += 1) {
      const dark = data[Math.floor(row / scale)]?.[Math.floor(column / scale)];
      luma[(start + row) * side + start + column] = dark ? 16 : 235;
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((side * side) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${side} H${side} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}
