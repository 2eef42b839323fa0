import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { documentPost } from './support/document-post.js';
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
  const { send, get } = documentPost(world, territoryId);
  return {
    ...desk,
    get,
    send: (prospectId: string, name: string, bytes: Buffer, viewer = viewerAs('AGENT')) =>
      send(`/files/accompaniment/prospects/${prospectId}/files`, name, bytes, { viewer }),
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
