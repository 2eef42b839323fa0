import { type RequestEvent, redirect } from '@sveltejs/kit';
import { deLocalizeHref, getLocale } from '#lib/paraglide/runtime.js';
import { routes } from '#lib/routes.ts';
import { forbidden } from './failures.ts';
import { type GatewayClient, gatewayClient } from './gateway.ts';
import {
  type Carrier,
  type Colleague,
  carriers,
  colleagues,
  gatewayToken,
  type Person,
  type Role,
  whoIs,
} from './identity.ts';
import { tenantIn } from './tenant.ts';

export type Member = {
  person: Person;
  role: Role | 'OPERATOR';
  /** May say that a fact is wrong. */
  proposes: boolean;
  /** May decide what is true: verify, settle, accept, ask the communes. */
  decides: boolean;
  /** May change the territory's settings. */
  administers: boolean;
};

/**
 * The member of this territory who asks. A visitor is sent to sign in and comes back to the page;
 * somebody else's member is refused. The gateway and the database decide again on their own.
 */
export async function memberOf(event: RequestEvent): Promise<Member> {
  event.locals.member ??= identify(event);
  return event.locals.member;
}

async function identify(event: RequestEvent): Promise<Member> {
  const tenant = tenantIn(event.locals);
  const person = await whoIs(event);
  if (!person) {
    redirect(303, routes.signIn(deLocalizeHref(event.url.pathname)));
  }
  const membership = person.memberships.find(({ territoryId }) => territoryId === tenant.id);
  const role = person.operator ? 'OPERATOR' : membership?.role;
  if (!role) {
    // Whoever observes a region signs in like a member: their workspace is the region's page.
    const [region] = person.regions;
    if (region !== undefined && event.route.id === '/(site)/espace') {
      redirect(303, routes.region(region));
    }
    return forbidden();
  }
  const administers = role === 'ADMINISTRATOR' || role === 'OPERATOR';
  const decides = administers || role === 'AGENT';
  return { person, role, proposes: decides || role === 'CONTRIBUTOR', decides, administers };
}

/** Asks the gateway on the member's behalf. */
export async function memberGateway(event: RequestEvent): Promise<GatewayClient> {
  const token = await gatewayToken(event);
  return gatewayClient({
    territory: tenantIn(event.locals).slug,
    locale: getLocale(),
    token: token ?? undefined,
  });
}

/** Who else follows the households of this territory, by name: whom one can be given to. */
export const colleaguesOf = (event: RequestEvent): Promise<Colleague[]> =>
  colleagues(event, tenantIn(event.locals).id);

/** To whom steps of a welcome can be given in this territory, by name. */
export const carriersOf = (event: RequestEvent): Promise<Carrier[]> =>
  carriers(event, tenantIn(event.locals).id);
