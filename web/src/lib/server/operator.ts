import { Readable } from 'node:stream';
import { type Frame, fromLines } from '@ancrage/tenant/frames';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { deLocalizeHref, getLocale } from '#lib/paraglide/runtime.js';
import { routes } from '#lib/routes.ts';
import { env } from './env.ts';
import { forbidden, unavailable } from './failures.ts';
import { type GatewayClient, gatewayClient } from './gateway.ts';
import { gatewayToken, type Person, whoIs } from './identity.ts';

/** The operator of the platform who asks. A visitor is sent to sign in; members of territories are refused. */
export async function operatorOf(event: RequestEvent): Promise<Person> {
  const person = await whoIs(event);
  if (!person) {
    redirect(303, routes.signIn(deLocalizeHref(event.url.pathname)));
  }
  return person.operator ? person : forbidden();
}

/** Asks the gateway on the operator's behalf; about a territory, whatever site one is on, when its short name is given. */
export async function operatorGateway(event: RequestEvent, territory?: string): Promise<GatewayClient> {
  await operatorOf(event);
  const token = await gatewayToken(event);
  return gatewayClient({
    locale: getLocale(),
    ...(territory && { territory }),
    ...(token && { token }),
  });
}

/** All that a subgraph has of a territory, as it comes. */
export async function wholeOf(
  event: RequestEvent,
  territory: string,
  service: string,
): Promise<AsyncIterable<Frame>> {
  const token = await gatewayToken(event);
  const response = await fetch(`${env().GATEWAY_URL}/files/${service}/whole`, {
    headers: { 'x-territory': territory, ...(token && { authorization: `Bearer ${token}` }) },
  });
  return framesOf(response);
}

/** The pieces of an answer that streams them. */
export function framesOf({ ok, body }: Response): AsyncIterable<Frame> {
  return ok && body
    ? fromLines(Readable.fromWeb(body as import('node:stream/web').ReadableStream))
    : unavailable();
}
