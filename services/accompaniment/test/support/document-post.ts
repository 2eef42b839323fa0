import { randomUUID } from 'node:crypto';
import { signStream } from '@ancrage/signature';
import { viewerAs } from '@ancrage/testing/signed-client';
import type { AccompanimentWorld } from './accompaniment-world.js';

type Viewer = ReturnType<typeof viewerAs> | null;

/** Documents of a territory’s households, sent and had back as the gateway passes them on. */
export function documentPost(world: AccompanimentWorld, territoryId: string) {
  const { url, secret } = world.subgraph;
  return {
    send: async (
      path: string,
      name: string,
      bytes: Buffer,
      { viewer = viewerAs('AGENT') as Viewer, fields = {} as Record<string, string> } = {},
    ) => {
      const form = new FormData();
      for (const [field, value] of Object.entries(fields)) form.set(field, value);
      form.set('file', new File([new Uint8Array(bytes)], name));
      const encoded = new Response(form);
      const contentType = encoded.headers.get('content-type') as string;
      const body = Buffer.from(await encoded.arrayBuffer());
      const request = { method: 'POST', path, contentType, contentLength: String(body.length) } as const;
      const signed = signStream(secret, { ...request, requestId: randomUUID(), territoryId, viewer });
      const answer = await fetch(url + path, {
        method: 'POST',
        body,
        headers: { ...signed, 'content-type': contentType },
      });
      const said = (await answer.json()) as { id?: string; errors?: { extensions: { problem?: string } }[] };
      return { status: answer.status, id: said.id, problem: said.errors?.[0]?.extensions.problem };
    },
    get: (path: string, viewer: Viewer = viewerAs('AGENT'), of = territoryId) => {
      const request = { method: 'GET', path, requestId: randomUUID(), territoryId: of, viewer } as const;
      return fetch(url + path, { headers: signStream(secret, request) });
    },
  };
}
