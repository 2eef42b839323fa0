import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { certifyOrigin } from './forwarded.ts';

const asked = (url: string, headers: Record<string, string>) =>
  ({
    url,
    headers: { host: 'exemple.fr', ...headers },
    socket: { remoteAddress: '203.0.113.9' },
  }) as unknown as IncomingMessage;

const lies = {
  'x-forwarded-for': '10.0.0.1, 192.0.2.7',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'ailleurs.example',
  'x-ancrage-viewer': 'moi',
  'x-territory': 'autre',
  forwarded: 'for=10.0.0.1',
};

it('believes the socket alone when no proxy is ours', () => {
  const request = asked('/carte', lies);
  certifyOrigin(request, 0);
  expect(request.headers).toEqual({
    host: 'exemple.fr',
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-proto': 'http',
    'x-forwarded-host': 'exemple.fr',
  });
});

it('believes as many hops as proxies are ours', () => {
  const request = asked('/carte', lies);
  certifyOrigin(request, 1);
  expect(request.headers).toMatchObject({ 'x-forwarded-for': '192.0.2.7', 'x-forwarded-proto': 'https' });
});

it('lets callers of the API name their territory', () => {
  const request = asked('/graphql', lies);
  certifyOrigin(request, 0);
  expect(request.headers['x-territory']).toBe('autre');
  expect(request.headers['x-ancrage-viewer']).toBeUndefined();
});
