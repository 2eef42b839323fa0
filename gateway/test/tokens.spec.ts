import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUSERANS, FOIX, Platform } from './platform.js';

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.start();
});
afterAll(() => platform.close());

const agentOf = (territoryId: string) => ({ sub: 'amélie', memberships: [{ territoryId, role: 'AGENT' }] });
const askSecret = (authorization: string) =>
  platform.ask({ query: '{ soloTotal secret }', headers: { authorization, 'x-territory': 'foix' } });

describe('a token', () => {
  it('gives the role that its bearer has in the territory of the request', async () => {
    const { body } = await askSecret(await platform.identity.token(agentOf(FOIX)));
    expect(body).toEqual({ data: { soloTotal: 78, secret: 'for agents' } });
  });

  it('for another territory makes a visitor here, whom the subgraphs refuse what is not public', async () => {
    const { status, body } = await askSecret(await platform.identity.token(agentOf(COUSERANS)));
    expect(status).toBe(200);
    expect(body.data).toEqual({ soloTotal: 78, secret: null });
    expect(body.errors).toMatchObject([{ path: ['secret'], extensions: { code: 'FORBIDDEN' } }]);
    expect(platform.territory.received.at(-1)?.viewer?.role).toBe('PUBLIC');
  });

  it('of an operator holds everywhere', async () => {
    await askSecret(await platform.identity.token({ sub: 'ops', operator: true }));
    expect(platform.territory.received.at(-1)?.viewer).toMatchObject({ role: 'OPERATOR', operator: true });
  });

  it('that is not valid is refused whatever the reason, without saying which', async () => {
    const claims = agentOf(FOIX);
    const { identity } = platform;
    const valid = await identity.token(claims);
    const [head, , signature] = valid.split('.');
    const promoted = Buffer.from(JSON.stringify({ ...claims, operator: true })).toString('base64url');
    const unsigned = `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${promoted}.`;
    const tokens = {
      expired: await identity.token(claims, { expiresAt: new Date(Date.now() - 60_000) }),
      forged: await identity.token(claims, { forged: true }),
      'changed after signing': `${head}.${promoted}.${signature}`,
      unsigned,
      'for another audience': await identity.token(claims, { audience: 'elsewhere' }),
      'of another issuer': await identity.token(claims, { issuer: 'somebody' }),
      'with claims of another shape': await identity.token({ sub: 'x', memberships: 'all' }),
      'no token at all': 'Bearer',
      'of another scheme': 'Basic YTpi',
    };
    const before = platform.territory.received.length;
    const answers = new Set<string>();
    for (const [what, token] of Object.entries(tokens)) {
      const { status, body } = await askSecret(token);
      expect([what, status, body.data]).toEqual([what, 401, undefined]);
      expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
      answers.add(body.errors[0].message);
    }
    expect(answers.size).toBe(1);
    expect(platform.territory.received.length).toBe(before);
  });
});

describe('an API key', () => {
  it('lets a region read its figures, and is verified once for a while', async () => {
    const ask = () => platform.ask({ query: '{ sessionTotal }', headers: { 'x-api-key': 'occitanie-key' } });
    const before = platform.identity.verifications;
    expect((await ask()).body).toEqual({ data: { sessionTotal: 2 } });
    await ask();
    expect(platform.identity.verifications).toBe(before + 1);
    const { viewer } = platform.accompaniment.received.at(-1) ?? {};
    expect(viewer).toEqual({ userId: 'key:occitanie', role: 'PUBLIC', regions: ['76'], operator: false });
  });

  it('that identity does not know is refused', async () => {
    const { status, body } = await platform.ask({
      query: '{ soloTotal }',
      headers: { 'x-api-key': 'guess' },
    });
    expect([status, body.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

it('while identity does not answer, visitors are served and members are told to wait', async () => {
  const story = await Platform.start();
  const authorization = await story.identity.token(agentOf(FOIX));
  await story.identity.close();
  const visitor = await story.ask({ query: '{ soloTotal }' });
  expect(visitor.body).toEqual({ data: { soloTotal: 78 } });
  const member = await story.ask({ query: '{ soloTotal }', headers: { authorization } });
  expect([member.status, member.body.errors[0].extensions.code]).toEqual([503, 'INTERNAL']);
  await story.close();
});
