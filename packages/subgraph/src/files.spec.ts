import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SubgraphContext } from './context.js';
import { ForbiddenError } from './errors.js';
import { createFiles } from './files.js';

const failures: unknown[] = [];
const files = createFiles([
  {
    method: 'POST',
    path: '/files/notes/:id',
    async handle({ body, parameters, search, response }) {
      if (search.has('forbidden')) throw new ForbiddenError();
      const received = await text(body(10));
      if (received === 'non') throw new ForbiddenError();
      response.writeHead(201).end(`${parameters['id']}: ${received}`);
    },
  },
]);
const answer = (request: IncomingMessage, response: ServerResponse) => {
  const context = { origin: { requestId: 'r-1' } } as SubgraphContext;
  files(context, request, response).catch((failure: unknown) => failures.push(failure));
};
const server = createServer(answer).on('checkContinue', answer);
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => server.close());

/** Sends as the gateway does: asks first; without a length, in chunks. */
async function send(path: string, content: string, length?: number) {
  const { port } = server.address() as AddressInfo;
  const headers = { expect: '100-continue', ...(length !== undefined && { 'content-length': length }) };
  const request = httpRequest({ port, host: '127.0.0.1', path, method: 'POST', headers });
  let asked = false;
  request.once('continue', () => {
    asked = true;
    request.end(content);
  });
  request.flushHeaders();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const received = await text(response);
  request.destroy();
  return { status: response.statusCode, asked, received };
}

it('gives a route its parameters and its body', async () => {
  expect(await send('/files/notes/12', 'bonjour', 7)).toEqual({
    status: 201,
    asked: true,
    received: '12: bonjour',
  });
});

it('lets a route refuse before anything is sent', async () => {
  const { status, asked, received } = await send('/files/notes/12?forbidden', 'bonjour');
  expect([status, asked, JSON.parse(received).errors[0].extensions]).toEqual([
    403,
    false,
    { code: 'FORBIDDEN', requestId: 'r-1' },
  ]);
});

it('lets a route refuse what it has read', async () => {
  expect(await send('/files/notes/12', 'non')).toMatchObject({ status: 403, asked: true });
});

it('refuses a body that says it is too long, unread', async () => {
  const { status, asked } = await send('/files/notes/12', '', 11);
  expect([status, asked]).toEqual([413, false]);
});

it('refuses a body that turns out too long', async () => {
  const { status, received } = await send('/files/notes/12', 'bonjour à tous');
  expect([status, JSON.parse(received).errors[0].extensions.problem]).toEqual([413, 'FILE_SIZE']);
  expect(failures).toEqual([]);
});

it('knows no other address', async () => {
  expect((await send('/files/notes', '')).status).toBe(404);
});
