import type { RequestEvent } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { env } from './env.ts';
import { forbidden, tooOften, unavailable } from './failures.ts';
import { log } from './log.ts';

export type Role = 'VIEWER' | 'CONTRIBUTOR' | 'AGENT' | 'ADMINISTRATOR';

/** A person with an account, as identity tells the site. */
export type Person = {
  id: string;
  email: string;
  name: string;
  memberships: { territoryId: string; role: Role }[];
  regions: string[];
  operator: boolean;
};

export type Provider = { id: string; label: string };

/** Asks identity as the visitor's browser would through the same host. */
async function ask(event: RequestEvent, path: string, body?: object): Promise<Response> {
  const { url, request, locals } = event;
  const headers = new Headers({
    origin: url.origin,
    'x-forwarded-host': url.host,
    'x-forwarded-proto': url.protocol.replace(':', ''),
    'x-forwarded-for': event.getClientAddress(),
    'accept-language': getLocale(),
    cookie: request.headers.get('cookie') ?? '',
  });
  if (locals.tenant) {
    headers.set('x-ancrage-territory-name', encodeURIComponent(locals.tenant.name));
  }
  if (body) {
    headers.set('content-type', 'application/json');
  }
  try {
    const init = { headers, signal: AbortSignal.timeout(10_000), redirect: 'manual' as const };
    const response = await fetch(
      env().IDENTITY_URL + path,
      body ? { ...init, method: 'POST', body: JSON.stringify(body) } : init,
    );
    // A session may be prolonged, or ended, by being read.
    locals.cookiesToPass.push(...response.headers.getSetCookie());
    return response;
  } catch (failure) {
    log.error({ err: failure, path }, 'identity did not answer');
    return unavailable();
  }
}

/** Who is signed in, or null. */
export async function whoIs(event: RequestEvent): Promise<Person | null> {
  const response = await ask(event, '/auth/me');
  return response.ok ? ((await response.json()) as Person) : null;
}

/** Somebody who follows the households of a territory. */
export type Colleague = { id: string; name: string };

/** Who follows the households of a territory, for one of them; nobody for others. */
export async function colleagues(event: RequestEvent, territoryId: string): Promise<Colleague[]> {
  const response = await ask(event, `/auth/colleagues?territory=${encodeURIComponent(territoryId)}`);
  return response.ok ? ((await response.json()) as Colleague[]) : [];
}

/** Somebody to whom a step of a welcome can be given. */
export type Carrier = Colleague & { role: Role };

/** Who carries steps in a territory, contributors among them; nobody for those who may not know. */
export async function carriers(event: RequestEvent, territoryId: string): Promise<Carrier[]> {
  const response = await ask(event, `/auth/carriers?territory=${encodeURIComponent(territoryId)}`);
  return response.ok ? ((await response.json()) as Carrier[]) : [];
}

/** A key of a region's tools; the key itself is shown once, when it is made. */
export type RegionKey = {
  prefix: string;
  name: string;
  /** Who made it; null for the operator, and for who has no account any more. */
  createdBy: string | null;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** The keys of a region; null for who does not observe it. */
export async function regionKeys(event: RequestEvent, region: string): Promise<RegionKey[] | null> {
  const response = await ask(event, `/auth/api-keys?region=${encodeURIComponent(region)}`);
  return response.ok ? ((await response.json()) as RegionKey[]) : null;
}

/** Makes a key for a region; or says what is wrong with it. */
export async function createRegionKey(
  event: RequestEvent,
  wanted: { region: string; name: string; days: number },
): Promise<{ key: string } | { problem: 'name' | 'days' | 'many' }> {
  const response = await ask(event, '/auth/api-keys', wanted);
  if (response.ok) {
    return (await response.json()) as { key: string };
  }
  if (response.status === 409) {
    return { problem: 'many' };
  }
  return response.status === 400
    ? { problem: ((await response.json()) as { field: string }).field === 'days' ? 'days' : 'name' }
    : refused(response.status);
}

/** Ends a key of a region: its name, or null when the region has none such in use. */
export async function revokeRegionKey(
  event: RequestEvent,
  region: string,
  prefix: string,
): Promise<string | null> {
  const response = await ask(event, '/auth/api-keys/revoke', { region, prefix });
  if (response.ok) {
    return ((await response.json()) as { name: string }).name;
  }
  return response.status === 404 ? null : refused(response.status);
}

function refused(status: number): never {
  if (status === 429) {
    return tooOften();
  }
  return status === 401 || status === 403 ? forbidden() : unavailable();
}

/** Who administers a territory, for an operator. */
export type Administrator = { email: string; name: string };

const ADMINISTRATORS = '/auth/territory/administrators';

/** The administrators of a territory, for an operator. */
export async function administratorsOf(event: RequestEvent, territory: string): Promise<Administrator[]> {
  const response = await ask(event, `${ADMINISTRATORS}?territory=${encodeURIComponent(territory)}`);
  return response.ok ? ((await response.json()) as Administrator[]) : unavailable();
}

/** Makes somebody an administrator of a territory; false when their address is none. */
export async function nameAdministrator(
  event: RequestEvent,
  territory: string,
  email: string,
): Promise<boolean> {
  const response = await ask(event, ADMINISTRATORS, { territory, email });
  return response.ok || (response.status === 400 ? false : unavailable());
}

/** What identity keeps of a territory's members, as it comes; for an operator. */
export const membersOf = (event: RequestEvent, territory: string): Promise<Response> =>
  ask(event, `/auth/territory/whole?territory=${encodeURIComponent(territory)}`);

/** Takes the members of a territory away, accounts without another right included; for an operator. */
export async function departMembers(event: RequestEvent, territory: string): Promise<void> {
  const response = await ask(event, '/auth/territory/departure', { territory });
  return response.ok ? undefined : unavailable();
}

/** What the gateway accepts as proof of who asks, for a quarter of an hour; null for nobody. */
export async function gatewayToken(event: RequestEvent): Promise<string | null> {
  const response = await ask(event, '/auth/token');
  return response.ok ? ((await response.json()) as { token: string }).token : null;
}

/** Has a link sent that signs in. The answer is the same whether the address is known or not. */
export async function sendSignInLink(
  event: RequestEvent,
  email: string,
  next: string,
  back: string,
): Promise<'sent' | 'too-often'> {
  const response = await ask(event, '/auth/sign-in/magic-link', {
    email,
    callbackURL: next,
    errorCallbackURL: back,
    metadata: { locale: getLocale() },
  });
  if (response.status === 429) {
    return 'too-often';
  }
  return response.ok ? 'sent' : unavailable();
}

/** The organisations one may sign in through. */
export async function providers(event: RequestEvent): Promise<Provider[]> {
  const response = await ask(event, '/auth/providers');
  return response.ok ? ((await response.json()) as Provider[]) : [];
}

export async function signOut(event: RequestEvent): Promise<void> {
  await ask(event, '/auth/sign-out', {});
}
