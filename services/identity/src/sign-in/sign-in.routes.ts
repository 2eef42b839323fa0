import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRegionKeysRoute, type RegionKeysRoute } from '../api-key/region-keys.route.js';
import type { OidcProvider } from '../env.js';
import { sendError, sendJson } from '../http/body.js';
import type { PublicRequest } from '../http/public-request.js';
import { isForeign, sendWebResponse, toWebRequest } from '../http/web-request.js';
import { follows } from '../rights/colleagues.js';
import { type OperatorRoutes, UUID } from '../rights/operator.routes.js';
import type { RightsService } from '../rights/rights.service.js';
import { type Auth, SIGN_IN_PATH } from './auth.js';
import { preferredLocale } from './locale.js';
import { sessionOf } from './session-of.js';
import { renderSignInPage, SIGN_IN_PAGE_HEADERS } from './sign-in.page.js';

/** Everything of Better Auth that is reachable; its many other endpoints do not exist from outside. */
const PASSED_ON = new Set([
  'POST /auth/sign-in/magic-link',
  'GET /auth/magic-link/verify',
  'POST /auth/sign-out',
  'POST /auth/revoke-sessions',
  'GET /auth/token',
]);
const CALLBACK = /^GET \/auth\/callback\/[a-z0-9-]+$/;
const PROVIDER = /^GET \/auth\/oidc\/([a-z0-9-]+)$/;

export interface SignInRoutesParts {
  authOf: (protocol: PublicRequest['protocol']) => Auth;
  rights: RightsService;
  providers: readonly OidcProvider[];
  regionKeys: RegionKeysRoute;
  operator: OperatorRoutes;
}

type Exchange = { request: IncomingMessage; body: Buffer; response: ServerResponse; from: PublicRequest };

/** Answers what browsers and the site ask under `/auth`. */
export function signInRoutes({ authOf, rights, providers, regionKeys, operator }: SignInRoutesParts) {
  return async (exchange: Exchange): Promise<void> => {
    const { request, body, response, from } = exchange;
    const { pathname, searchParams } = new URL(request.url ?? '/', from.origin);
    const route = `${request.method} ${pathname}`;
    const auth = authOf(from.protocol);
    const webRequest = () => toWebRequest(request, body, from);

    if (isForeign(request, from)) {
      return sendError(response, 403, 'FORBIDDEN', 'The request comes from another site.');
    }
    if (PASSED_ON.has(route) || CALLBACK.test(route))
      return sendWebResponse(await auth.handler(webRequest()), response);
    if (route === 'GET /auth/me') return sendMe(auth, rights, webRequest(), response);
    if (route === 'GET /auth/colleagues' || route === 'GET /auth/carriers') {
      const members = route.endsWith('carriers') ? 'carriers' : 'colleagues';
      return sendMembers(members, auth, rights, searchParams.get('territory') ?? '', webRequest(), response);
    }
    if (isRegionKeysRoute(route)) {
      const found = await sessionOf(auth, webRequest(), response);
      if (found) await regionKeys(route, found.user.id, searchParams, body, response);
      return;
    }
    if (pathname.startsWith('/auth/territory/')) {
      const found = await sessionOf(auth, webRequest(), response);
      return found ? operator(route, found.user.id, { searchParams, body, response }) : undefined;
    }
    if (route === 'GET /auth/providers') {
      return sendJson(
        response,
        200,
        providers.map(({ id, label }) => ({ id, label })),
      );
    }
    if (route === 'GET /auth/link') {
      if (!searchParams.get('token')) return redirect(response, `${SIGN_IN_PATH}?error=INVALID_TOKEN`);
      const locale = preferredLocale(request.headers['accept-language']);
      const page = renderSignInPage(searchParams, from.territoryName ?? from.host, locale);
      response.writeHead(200, SIGN_IN_PAGE_HEADERS).end(page);
      return;
    }
    const provider = PROVIDER.exec(route)?.[1];
    if (provider) return redirectToProvider(auth, provider, webRequest(), response);
    sendError(response, 404, 'NOT_FOUND', 'There is nothing here.');
  };
}

/** Who is signed in and what they may do. The session's own token is left out: scripts have no business with it. */
async function sendMe(
  auth: Auth,
  rights: RightsService,
  request: Request,
  response: ServerResponse,
): Promise<void> {
  const found = await sessionOf(auth, request, response);
  if (!found) return;
  const { id, email, name } = found.user;
  sendJson(response, 200, {
    id,
    email,
    name,
    ...(await rights.read(id)),
    expiresAt: found.session.expiresAt,
  });
}

/**
 * Who else follows households in a territory, or carries steps of their welcome, for its agents and administrators: whom a
 * household or a step can be given to.
 */
async function sendMembers(
  members: 'colleagues' | 'carriers',
  auth: Auth,
  rights: RightsService,
  territoryId: string,
  request: Request,
  response: ServerResponse,
): Promise<void> {
  const found = await sessionOf(auth, request, response);
  if (!found) return;
  if (!UUID.test(territoryId) || !follows(await rights.read(found.user.id), territoryId))
    return sendError(response, 403, 'FORBIDDEN', 'Only those who follow its households see who does.');
  sendJson(response, 200, await rights[members](territoryId));
}

/** `GET /auth/oidc/:id?callbackURL=`: a plain link starts the sign-in, without JavaScript. */
async function redirectToProvider(
  auth: Auth,
  provider: string,
  request: Request,
  response: ServerResponse,
): Promise<void> {
  const { searchParams } = new URL(request.url);
  const headers = new Headers(request.headers);
  headers.set('content-type', 'application/json');
  // The link may stand on any page; what it starts is bound to this browser by the state cookie.
  for (const name of ['origin', 'referer', 'cookie', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'])
    headers.delete(name);
  const answer = await auth.handler(
    new Request(new URL('/auth/sign-in/social', request.url), {
      method: 'POST',
      headers,
      body: JSON.stringify({
        provider,
        callbackURL: searchParams.get('callbackURL') ?? '/',
        errorCallbackURL: searchParams.get('errorCallbackURL') ?? undefined,
      }),
    }),
  );
  if (!answer.ok) return sendWebResponse(answer, response);
  const { url } = (await answer.json()) as { url: string };
  redirect(response, url, answer.headers.getSetCookie());
}

function redirect(response: ServerResponse, location: string, cookies: string[] = []): void {
  response.writeHead(302, { location, 'set-cookie': cookies, 'cache-control': 'no-store' }).end();
}
