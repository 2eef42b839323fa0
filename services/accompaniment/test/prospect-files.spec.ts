import { randomUUID } from 'node:crypto';
import { signStream } from '@ancrage/signature';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { prospectDesk } from './support/prospect-desk.js';

let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n');

function territory() {
  const desk = prospectDesk(world);
  const { territoryId } = desk;
  const { url, secret } = world.subgraph;
  return {
    ...desk,
    send: async (prospectId: string, name: string, bytes: Buffer, viewer = viewerAs('AGENT')) => {
      const form = new FormData();
      form.set('file', new File([new Uint8Array(bytes)], name));
      const encoded = new Response(form);
      const contentType = encoded.headers.get('content-type') as string;
      const body = Buffer.from(await encoded.arrayBuffer());
      const path = `/files/accompaniment/prospects/${prospectId}/files`;
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
    get: (path: string, viewer = viewerAs('AGENT'), of = territoryId) =>
      fetch(url + path, {
        headers: signStream(secret, {
          method: 'GET',
          path,
          requestId: randomUUID(),
          territoryId: of,
          viewer,
        }),
      }),
  };
}

describe('a document of a household', () => {
  it('is kept, had back as a file to save, and removed for good', async () => {
    const { household, send, get, record, removeFile } = territory();
    const id = await household();
    const { status, id: fileId = '' } = await send(id, '../../Étude de l’atelier.pdf', PDF);
    expect(status).toBe(201);
    const [file] = (await record(id)).files;
    expect(file).toMatchObject({ id: fileId, mediaType: 'application/pdf', size: PDF.length });
    const answer = await get(file.href);
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="_tude de l_atelier\.pdf"; filename\*=UTF-8''%C3%89tude/,
      ),
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect((await removeFile(id, fileId)).__typename).toBe('ProspectSaved');
    expect((await get(file.href)).status).toBe(404);
    expect((await removeFile(id, fileId)).problems).toHaveLength(1);
    const kinds = (await record(id)).events.map(({ kind }: { kind: string }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['FILE_REMOVED', 'FILE_ADDED']);
  });

  it.each([
    [
      'that runs a script',
      'dossier.pdf',
      Buffer.from('%PDF-1.7\n<< /S /JavaScript >>\n%%EOF'),
      422,
      'ACTIVE',
    ],
    ['that lies about what it is', 'photo.jpg', PDF, 422, 'DISGUISED'],
    ['that is too long', 'long.txt', Buffer.alloc(5_000_001, 'a'), 413, 'FILE_SIZE'],
  ])('%s is refused', async (_, name, bytes, status, problem) => {
    const { household, send, record } = territory();
    const id = await household();
    expect(await send(id, name, bytes)).toMatchObject({ status, problem });
    expect((await record(id)).files).toEqual([]);
  });

  it('is for the agents of its territory alone', async () => {
    const { household, send, get, record } = territory();
    const id = await household();
    expect((await send(id, 'note.txt', Buffer.from('Bonjour'), viewerAs('CONTRIBUTOR'))).status).toBe(403);
    await send(id, 'note.txt', Buffer.from('Bonjour'));
    const [{ href }] = (await record(id)).files;
    expect((await get(href, viewerAs('VIEWER'))).status).toBe(403);
    expect((await get(href, viewerAs('AGENT'), randomUUID())).status).toBe(404);
    expect((await get(href.replace(id, randomUUID()))).status).toBe(404);
    expect((await territory().send(id, 'note.txt', Buffer.from('Bonjour'))).status).toBe(404);
  });
});
