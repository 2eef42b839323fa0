import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isPublicAddress } from './public-address.js';
import { type FetchLimits, fetchPublic } from './public-fetch.js';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close().closeAllConnections());
  return (server.address() as AddressInfo).port;
}

/** Names of a made-up internet; only 127.0.0.1, where the test's server is, counts as public. */
const limits: Partial<FetchLimits> = {
  isAllowed: (address) => address === '127.0.0.1',
  resolve: async (host) => {
    if (host === 'public.test') return [{ address: '127.0.0.1', family: 4 }];
    if (host === 'mixed.test') return ['127.0.0.1', '10.0.0.1'].map((address) => ({ address, family: 4 }));
    return [{ address: '10.0.0.1', family: 4 }];
  },
};
const get = async (url: string, more: Partial<FetchLimits> = {}) => {
  const { bytes } = await fetchPublic(url, new AbortController().signal, { ...limits, ...more });
  let text = '';
  for await (const chunk of bytes) text += chunk;
  return text;
};

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '193.252.19.3', '2a01:cb00::1', '2606:4700::1111'])('allows %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('fetchPublic', () => {
  it('fetches by the address that was checked', async () => {
    const port = await serve((request, response) => response.end(`from ${request.headers.host}`));
    expect(await get(`http://public.test:${port}/a.csv`)).toBe(`from public.test:${port}`);
  });

  it.each([
    'http://inner.test/',
    'http://mixed.test/',
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://0x0a000001/',
  ])('refuses %s', async (url) => {
    await expect(get(url)).rejects.toThrow('is not a public address');
  });

  it.each(['file:///etc/passwd', 'ftp://public.test/', 'http://user:secret@public.test/'])(
    'refuses %s, which is no plain address',
    async (url) => {
      await expect(get(url)).rejects.toThrow('only plain http and https addresses');
    },
  );

  it('checks where a redirect leads', async () => {
    const port = await serve((_request, response) =>
      response.writeHead(302, { location: 'http://inner.test/secret' }).end(),
    );
    await expect(get(`http://public.test:${port}/`)).rejects.toThrow('inner.test is not a public address');
  });

  it('gives up a chain of redirects, a refusal, and what is too large', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/missing') return response.writeHead(404).end();
      if (request.url === '/large') return response.end(Buffer.alloc(2000));
      if (request.url === '/endless') return response.write(Buffer.alloc(2000));
      response.writeHead(302, { location: '/again' }).end();
    });
    const at = `http://public.test:${port}`;
    await expect(get(`${at}/`)).rejects.toThrow('redirects more than 5 times');
    await expect(get(`${at}/missing`)).rejects.toThrow('answers 404');
    await expect(get(`${at}/large`, { maxBytes: 1000 })).rejects.toThrow('is larger than');
    await expect(get(`${at}/endless`, { maxBytes: 1000 })).rejects.toThrow('is larger than');
  });

  it('notices a file that was cut on its way', async () => {
    const port = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half');
      response.socket?.end();
    });
    await expect(get(`http://public.test:${port}/`)).rejects.toThrow('stopped half-way');
  });
});
