import type { ServerResponse } from 'node:http';
import type { Env } from '#lib/server/env.ts';

/** /health says the process lives, /ready that those it depends on answer too. */
export async function probe(path: string, env: Env, response: ServerResponse): Promise<void> {
  if (path === '/health') {
    reply(response, 200, { status: 'ok' });
    return;
  }
  const [gateway, identity] = await Promise.all([answers(env.GATEWAY_URL), answers(env.IDENTITY_URL)]);
  reply(response, gateway && identity ? 200 : 503, { gateway, identity });
}

async function answers(base: string): Promise<boolean> {
  const asked = fetch(`${base}/health`, { signal: AbortSignal.timeout(2000) });
  return asked.then(
    (response) => response.ok,
    () => false,
  );
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
