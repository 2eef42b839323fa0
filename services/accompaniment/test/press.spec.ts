import { randomUUID } from 'node:crypto';
import { signStream } from '@ancrage/signature';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';

const territoryId = randomUUID();
const agent = viewerAs('AGENT');
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

async function send(content: string | Uint8Array<ArrayBuffer>, title = 'Communiqué', viewer = agent) {
  const form = new FormData();
  form.set('file', new File([content], 'Communiqué d’été.exe'));
  form.set('title', title);
  form.set('datedOn', '2026-06-01');
  const encoded = new Response(form);
  const contentType = encoded.headers.get('content-type') as string;
  const body = Buffer.from(await encoded.arrayBuffer());
  const path = '/files/accompaniment/press';
  const request = { method: 'POST', path, contentType, contentLength: String(body.length) } as const;
  const answer = await fetch(world.subgraph.url + path, {
    method: 'POST',
    body,
    headers: {
      ...signStream(world.subgraph.secret, { ...request, requestId: randomUUID(), territoryId, viewer }),
      'content-type': contentType,
    },
  });
  const said = (await answer.json()) as { id?: string; errors?: { extensions: { problem?: string } }[] };
  return { status: answer.status, id: said.id ?? '', problem: said.errors?.[0]?.extensions.problem };
}

const read = (path: string, viewer: typeof agent | null = null, of = territoryId) =>
  fetch(world.subgraph.url + path, {
    headers: signStream(world.subgraph.secret, {
      ...{ method: 'GET', path, requestId: randomUUID(), territoryId: of, viewer },
    }),
  });

it('is downloaded by everybody once it is shown, as what its content is', async () => {
  const { id, status } = await send('%PDF-1.7\nbonjour');
  expect(status).toBe(201);
  const open = `/files/public/accompaniment/press/${id}`;
  expect((await read(open)).status).toBe(404);
  const ask = world.subgraph.client({ territoryId, viewer: agent });
  const [document] = (await ask('{ pressKit { id stamp shown href } }')).data!['pressKit'];
  expect(document.shown).toBe(false);
  expect((await read(document.href, agent)).status).toBe(200);
  expect((await read(document.href, null)).status).toBe(401);
  await ask(
    `mutation ($id: ID!, $stamp: String!, $input: PressDocumentInput!) {
       updatePressDocument(id: $id, stamp: $stamp, input: $input) { __typename } }`,
    { id, stamp: document.stamp, input: { title: 'Communiqué', datedOn: '2026-06-01', shown: true } },
  );
  const answer = await read(open);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="Communique-d-ete.pdf"');
  expect(await answer.text()).toBe('%PDF-1.7\nbonjour');
  expect((await read(open, null, randomUUID())).status).toBe(404);
  const visitor = world.subgraph.client({ territoryId });
  expect((await visitor('{ pressDocuments { title bytes } }')).data?.pressDocuments).toEqual([
    { title: 'Communiqué', bytes: 16 },
  ]);
});

it.each([
  ['KIND', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
  ['KIND', 'MZ'],
  ['FORM', ''],
  ['FILE_SIZE', new Uint8Array(10_000_001).fill(37)],
])('is refused: %s', async (problem, content) => {
  expect((await send(content)).problem).toBe(problem);
});

it('needs a title, and an agent', async () => {
  expect((await send('%PDF-1.7', ' ')).problem).toBe('TITLE');
  expect((await send('%PDF-1.7', 'x', viewerAs('VIEWER'))).status).toBe(403);
});
