import { randomUUID } from 'node:crypto';
import { type Role, signStream } from '@ancrage/signature';
import { viewerAs } from '@ancrage/testing/signed-client';
import sharp from 'sharp';
import type { TwoTerritories } from '../story.js';

type Sent = { photo?: Buffer; name?: string; alternative?: string; credit?: string };
type As = { role?: Role; territory?: 'pfha' | 'couserans'; locale?: 'fr' | 'en' };

/** A small photograph with a place written in it. */
export const snapshot = (background = '#b5651d'): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .withExif({
      IFD0: { Artist: 'Camille Essai' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 57/1 0/1' },
    })
    .jpeg()
    .toBuffer();

/** Files in and out of the territory service, as the gateway carries them. */
export function photosOf(story: TwoTerritories) {
  const call = async (
    method: 'GET' | 'POST',
    path: string,
    { role = 'AGENT', territory = 'pfha', locale = 'fr' }: As,
    body?: { type: string; bytes: Buffer },
    headers: Record<string, string> = {},
  ) => {
    const announced = body ? { contentType: body.type, contentLength: String(body.bytes.length) } : {};
    const response = await fetch(story.subgraph.url + path, {
      method,
      ...(body && { body: new Uint8Array(body.bytes) }),
      headers: {
        ...signStream(story.subgraph.secret, {
          method,
          path,
          ...announced,
          requestId: randomUUID(),
          territoryId: story[territory].id,
          viewer: role === 'PUBLIC' ? null : viewerAs(role),
        }),
        'accept-language': locale,
        ...(body && { 'content-type': body.type }),
        ...headers,
      },
    });
    return response;
  };
  return {
    get: (path: string, as: As = {}, headers: Record<string, string> = {}) =>
      call('GET', path, as, undefined, headers),
    async send(premisesId: string, { photo, name = 'photo.jpg', alternative, credit }: Sent, as: As = {}) {
      const form = new FormData();
      if (photo) form.set('photo', new File([new Uint8Array(photo)], name, { type: 'image/jpeg' }));
      if (alternative !== undefined) form.set('alternative', alternative);
      if (credit !== undefined) form.set('credit', credit);
      const encoded = new Response(form);
      const type = encoded.headers.get('content-type') as string;
      const bytes = Buffer.from(await encoded.arrayBuffer());
      const answer = await call('POST', `/files/premises/${premisesId}/photos`, as, { type, bytes });
      return { status: answer.status, body: (await answer.json()) as Record<string, never> };
    },
  };
}
