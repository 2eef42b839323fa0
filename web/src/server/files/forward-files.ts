import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Env } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';
import { tenantOf } from '#lib/server/tenant.ts';
import { entrySession } from './entry-session.ts';
import { type FormReturn, formReturn, pageAfter } from './form-return.ts';
import { isOwnWrite } from './same-origin.ts';
import { sessionToken } from './session-token.ts';

const asked =
  /^(accept|accept-language|content-type|content-length|if-none-match|if-modified-since|range|x-forwarded-for|x-api-key)$/;
const kept = /^(connection|keep-alive|transfer-encoding|access-control-.*)$/;
type Cookies = { 'set-cookie'?: string[] };

/** What is here is the same for everybody: no session is asked for. */
const open = '/files/public/';
/** How long the rest of a refused file is thrown away: browsers read no answer before they have sent all. */
const linger = 10_000;

/**
 * Passes a file on to the gateway or back, as a stream, in the name of whose session it is. The gateway is asked before
 * the file is read: one it refuses never leaves the browser.
 */
export async function forwardFiles(
  request: IncomingMessage,
  response: ServerResponse,
  env: Env,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://site');
  const form = formReturn(request, url);
  response.once('finish', () => discardRest(request));
  try {
    if (!isReading(request) && !isOwnWrite(request)) return refuse(response, 403, 'FORBIDDEN');
    const isOpen = url.pathname.startsWith(open);
    const session = isOpen ? null : await sessionToken(request, env);
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const tenant = await tenantOf(host);
    if (!tenant) return refuse(response, 404, 'NOT_FOUND');
    const answer = await ask(request, response, new URL(url.pathname + url.search, env.GATEWAY_URL), {
      'x-territory': tenant.slug,
      ...entrySession(request, url.pathname),
      ...(session?.authorization && { authorization: session.authorization }),
    });
    const cookies: Cookies = session?.cookies.length ? { 'set-cookie': session.cookies } : {};
    if (form) return await comeBack(form, answer, response, cookies);
    response.writeHead(answer.statusCode ?? 502, { ...without(answer.headers, kept), ...cookies });
    await pipeline(answer, response);
  } catch (failure) {
    if (response.destroyed || response.headersSent) return void response.destroy();
    log.warn({ err: failure, path: url.pathname }, 'a file could not be passed on');
    if (form) redirect(response, pageAfter(form, 503, ''));
    else refuse(response, 503, 'INTERNAL');
  }
}

/** Asks the gateway; the body follows once it says so. */
function ask(
  request: IncomingMessage,
  response: ServerResponse,
  target: URL,
  identity: Record<string, string>,
): Promise<IncomingMessage> {
  const reading = isReading(request);
  const headers = {
    ...only(request.headers, asked),
    ...identity,
    ...(!reading && { expect: '100-continue' }),
  };
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const upstream = send(target, { method: request.method ?? 'GET', headers });
    upstream.once('response', resolve).on('error', reject);
    response.once('close', () => upstream.destroy());
    if (reading) return void upstream.end();
    upstream.flushHeaders();
    upstream.once('continue', () => {
      if (request.headers.expect !== undefined) response.writeContinue();
      request.on('error', () => upstream.destroy()).pipe(upstream);
    });
  });
}

async function comeBack(
  form: FormReturn,
  answer: IncomingMessage,
  response: ServerResponse,
  cookies: Cookies,
): Promise<void> {
  const page = pageAfter(form, answer.statusCode ?? 502, await text(answer));
  redirect(response, page, cookies);
}

function redirect(response: ServerResponse, location: string, headers: Cookies = {}): void {
  response.writeHead(303, { ...headers, location, 'cache-control': 'no-store' }).end();
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ errors: [{ message: code, extensions: { code } }] }));
}

/** Throws away what still comes of a file that was answered before its end, for a while. */
function discardRest(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  request.unpipe();
  request.resume();
  const cut = setTimeout(() => request.destroy(), linger);
  request.once('close', () => clearTimeout(cut));
}

const isReading = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD';
const only = (headers: IncomingHttpHeaders, names: RegExp) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => names.test(name)));
const without = (headers: IncomingHttpHeaders, names: RegExp) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.test(name)));
