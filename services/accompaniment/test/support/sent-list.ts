import { randomUUID } from 'node:crypto';
import { signStream, type Viewer } from '@ancrage/signature';
import type { AccompanimentWorld } from './accompaniment-world.js';

/** Sends a file to a route, as the gateway passes it on. */
export async function sendFile(
  { subgraph }: AccompanimentWorld,
  path: string,
  territoryId: string,
  viewer: Viewer,
  file: File,
): Promise<{ status: number; id: string; error?: { problem?: string; code: string } }> {
  const form = new FormData();
  form.set('file', file);
  const encoded = new Response(form);
  const contentType = encoded.headers.get('content-type') as string;
  const body = Buffer.from(await encoded.arrayBuffer());
  const request = { method: 'POST', path, contentType, contentLength: String(body.length) } as const;
  const signed = signStream(subgraph.secret, { ...request, requestId: randomUUID(), territoryId, viewer });
  const answer = await fetch(subgraph.url + path, {
    method: 'POST',
    body,
    headers: { ...signed, 'content-type': contentType },
  });
  const said = (await answer.json()) as {
    id?: string;
    errors?: { extensions: { problem?: string; code: string } }[];
  };
  return { status: answer.status, id: said.id ?? '', error: said.errors?.[0]?.extensions };
}
