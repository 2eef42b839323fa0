import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { ClientAddresses } from './address.js';

const from = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;
const addresses = new ClientAddresses(['10.0.0.0/8', '::1', '192.0.2.1']);

it.each([
  ['a peer without a proxy', from('203.0.113.7'), '203.0.113.7'],
  ['an IPv4 peer on an IPv6 socket', from('::ffff:203.0.113.7'), '203.0.113.7'],
  ['a peer that pretends to be a proxy', from('203.0.113.7', '198.51.100.1'), '203.0.113.7'],
  ['the client of a trusted proxy', from('10.1.2.3', '198.51.100.1'), '198.51.100.1'],
  ['the client that lies to a trusted proxy', from('10.1.2.3', '6.6.6.6, 198.51.100.1'), '198.51.100.1'],
  ['a client behind two trusted proxies', from('::1', '198.51.100.1, 192.0.2.1'), '198.51.100.1'],
  ['a trusted proxy that asks for itself', from('::1'), null],
  ['a trusted proxy that says nonsense', from('::1', 'unknown'), '::1'],
])('%s is known by its address', (_who, request, address) => {
  expect(addresses.of(request)).toBe(address);
});
