import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

export interface Employee {
  sub: string;
  email: string;
  email_verified?: boolean;
  name?: string;
  given_name?: string;
  usual_name?: string;
}

/**
 * An organisation's OpenID Connect provider, on loopback. Whoever comes is signed in as `employee` at once: what its
 * login screens look like is not our business.
 */
export async function startOrganisation(port = 0) {
  const server = createServer();
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let employee: Employee = { sub: 'none', email: 'none@exemple.fr' };
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'ancrage',
        client_secret: 'known to the organisation',
        redirect_uris: ['http://localhost:3000/auth/callback/organisation'],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['of the organisation'] },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'given_name', 'usual_name'],
    },
    findAccount: (_context, accountId) => ({ accountId, claims: async () => ({ ...employee }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  });

  async function approve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      return provider.interactionFinished(request, response, { login: { accountId: employee.sub } });
    }
    const grant = new provider.Grant({
      accountId: session?.accountId ?? '',
      clientId: String(params['client_id']),
    });
    grant.addOIDCScope(String(params['scope']));
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }

  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void approve(request, response);
    else void answer(request, response);
  });

  return {
    issuer,
    /** For OIDC_PROVIDERS. */
    settings: (more: Record<string, unknown> = {}) =>
      JSON.stringify([
        {
          id: 'organisation',
          discoveryUrl: `${issuer}/.well-known/openid-configuration`,
          clientId: 'ancrage',
          clientSecret: 'known to the organisation',
          label: 'Mon organisation',
          ...more,
        },
      ]),
    /** Goes through the provider's screens as somebody, and gives where they send the browser back to. */
    async signIn(authorizationUrl: string, as: Employee): Promise<URL> {
      employee = as;
      const cookies = new Map<string, string>();
      let location = new URL(authorizationUrl);
      while (location.origin === issuer) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const step = await fetch(location, { redirect: 'manual', headers: { cookie } });
        for (const line of step.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          cookies.set(name, value);
        }
        const next = step.headers.get('location');
        if (!next)
          throw new Error(
            `The provider stopped at ${location.pathname}: ${step.status} ${await step.text()}`,
          );
        location = new URL(next, location);
      }
      return location;
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
