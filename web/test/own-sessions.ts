import { serviceCommand } from '@ancrage/testing/commands';
import { gatewayClient } from '@ancrage/testing/gateway-client';
import { signIn, tokenOf } from '@ancrage/testing/sign-in';
import { SiteClient } from '@ancrage/testing/site-client';
import { testPlatform } from '@ancrage/testing/test-platform';
import { beforeAll } from 'vitest';

/** Sessions of the other territory, so that what other journeys read stays as it is. */
export type PlannedSession = { id: string; slug: string };
type Plan = Record<string, unknown>;

const soonEnough = (days: number, clock: string): string =>
  `${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(Date.now() + days * 86_400_000)}T${clock}`;

/** An agent of the other territory, who plans what a journey needs. */
export function useAgent(email: string) {
  const platform = testPlatform();
  const { couserans } = platform;
  let ask: ReturnType<typeof gatewayClient>;
  beforeAll(async () => {
    const membership = ['--email', email, '--territory', couserans.id, '--role', 'AGENT'];
    await serviceCommand(platform, 'identity', 'cli.js', 'grant', ...membership);
    const client = new SiteClient(platform.ports.WEB_PORT, `${couserans.slug}.localhost`);
    await signIn(client, platform.mailUrl, email);
    ask = gatewayClient(platform.gatewayUrl, { territory: couserans.slug, token: await tokenOf(client) });
  });

  const run = async (query: string, variables: Record<string, unknown>) => {
    const { data, errors } = await ask(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data ?? {};
  };
  return {
    run,
    /** A session in forty days, published; `plan` says what is particular. */
    async publish(plan: Plan): Promise<PlannedSession> {
      const { saveSession } = await run(
        `mutation ($input: SaveSessionInput!) { saveSession(input: $input) {
           __typename ... on SessionSaved { record { session { id slug } } } ... on SessionRefused { problems { field message } } } }`,
        {
          input: {
            format: 'DAY',
            startsAt: soonEnough(40, '09:30'),
            endsAt: soonEnough(40, '17:00'),
            capacity: 8,
            meetingPlace: 'Mairie, place de l’Église',
            ...plan,
          },
        },
      );
      if (!saveSession.record) throw new Error(JSON.stringify(saveSession));
      const { session } = saveSession.record;
      await run('mutation ($id: ID!) { publishSession(id: $id) { __typename } }', { id: session.id });
      return session;
    },
    resize: (sessionId: string, capacity: number) =>
      run(
        'mutation ($id: ID!, $capacity: Int!) { changeSessionCapacity(sessionId: $id, capacity: $capacity) { __typename } }',
        { id: sessionId, capacity },
      ),
    close: (id: string) => run('mutation ($id: ID!) { closeSession(id: $id) { __typename } }', { id }),
  };
}

export { soonEnough };
