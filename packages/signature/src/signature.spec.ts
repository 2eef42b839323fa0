import { describe, expect, it } from 'vitest';
import { signRequest, signStream, type TerritoryCard, verifyRequest, verifyStream } from './signature.js';
import type { Viewer } from './viewer.js';

const secret = 'a-secret-of-at-least-32-characters';
const now = Date.UTC(2026, 0, 15, 12);
const viewer: Viewer = { userId: 'amélie', role: 'AGENT', regions: ['76'], operator: false };
const territory = { slug: 'foix', name: 'Pays de Foix – Haute Ariège', site: 'https://foix.example.fr' };
const request = { method: 'POST', path: '/graphql', body: '{"query":"{ territory { name } }"}' };
const signed = signRequest(secret, { ...request, requestId: 'r-1', territoryId: 't-1', viewer }, now);
const verify = (headers: object, parts = request, at = now) =>
  verifyRequest(secret, headers as Record<string, string>, parts, at);

describe('a signed request', () => {
  it('carries its viewer, territory and request id', () => {
    expect(verify(signed)).toEqual({
      ok: true,
      viewer,
      territoryId: 't-1',
      territory: null,
      requestId: 'r-1',
    });
  });

  it('says who its territory is, accents and all', () => {
    const headers = signRequest(secret, { ...request, requestId: 'r-6', territoryId: 't-1', territory }, now);
    expect(headers['x-ancrage-territory']).toMatch(/^t-1\.[\w-]+$/);
    expect(verify(headers)).toMatchObject({ ok: true, territoryId: 't-1', territory });
  });

  it('says nothing about a territory that it is not about', () => {
    const headers = signRequest(secret, { ...request, requestId: 'r-7', territory }, now);
    expect(headers).not.toHaveProperty('x-ancrage-territory');
  });

  it('may be anonymous, about no territory and without a body', () => {
    const headers = signRequest(secret, { method: 'GET', path: '/changes', requestId: 'r-2' }, now);
    expect(Object.keys(headers)).toEqual(['x-ancrage-request-id', 'x-ancrage-signature']);
    expect(verifyRequest(secret, headers, { method: 'GET', path: '/changes' }, now)).toEqual({
      ok: true,
      viewer: null,
      territoryId: null,
      territory: null,
      requestId: 'r-2',
    });
  });

  it('signs text and its bytes alike', () => {
    const accented = { ...request, body: '{"search":"école"}' };
    const headers = signRequest(secret, { ...accented, requestId: 'r-3' }, now);
    const received = { ...accented, body: Buffer.from(accented.body) };
    expect(verifyRequest(secret, headers, received, now).ok).toBe(true);
  });

  it.each([
    ['another body', signed, { ...request, body: '{}' }],
    ['another path', signed, { ...request, path: '/changes' }],
    ['another method', signed, { ...request, method: 'PUT' }],
    ['another territory', { ...signed, 'x-ancrage-territory': 't-2' }, request],
    ['a territory of another name', { ...signed, 'x-ancrage-territory': 't-1.e30' }, request],
    ['no territory any more', { ...signed, 'x-ancrage-territory': undefined }, request],
    ['another request id', { ...signed, 'x-ancrage-request-id': 'r-9' }, request],
    ['another viewer', { ...signed, 'x-ancrage-viewer': 'e30' }, request],
  ])('is refused with %s', (_what, headers, parts) => {
    expect(verify(headers, parts)).toEqual({ ok: false, reason: 'FORGED' });
  });

  it('is refused when signed with another secret', () => {
    const forged = signRequest('another-secret-of-32-characters-!', { ...request, requestId: 'r-1' }, now);
    expect(verify(forged)).toEqual({ ok: false, reason: 'FORGED' });
  });

  it('is refused out of its window, on both sides', () => {
    expect(verify(signed, request, now + 60_000).ok).toBe(true);
    expect(verify(signed, request, now + 61_000)).toEqual({ ok: false, reason: 'EXPIRED' });
    expect(verify(signed, request, now - 61_000)).toEqual({ ok: false, reason: 'EXPIRED' });
  });

  it('is refused without a signature, or with a broken one', () => {
    expect(verify({})).toEqual({ ok: false, reason: 'MISSING' });
    for (const broken of ['', 'v1', 'v2.1.aa', 'v1.x.aa', 'v1.1.aa', 'v1.1.aa.bb']) {
      expect(verify({ ...signed, 'x-ancrage-signature': broken })).toEqual({
        ok: false,
        reason: 'MALFORMED',
      });
    }
  });

  it('is refused when its viewer is not one, even signed', () => {
    const odd = { userId: 'x', role: 'KING', regions: [], operator: false } as unknown as Viewer;
    const headers = signRequest(secret, { ...request, requestId: 'r-4', viewer: odd }, now);
    expect(verify(headers)).toEqual({ ok: false, reason: 'MALFORMED' });
  });

  it('is refused when its territory has no name, even signed', () => {
    const odd = { slug: 'foix' } as unknown as TerritoryCard;
    const parts = { ...request, requestId: 'r-8', territoryId: 't-1', territory: odd };
    expect(verify(signRequest(secret, parts, now))).toEqual({ ok: false, reason: 'MALFORMED' });
  });
});

describe('a request whose body streams', () => {
  const target = { method: 'POST', path: '/files/imports' };
  const announced = { 'content-type': 'text/csv', 'content-length': '120' };
  const stream = { ...target, contentType: 'text/csv', contentLength: '120' };
  const headers = {
    ...signStream(secret, { ...stream, requestId: 'r-5', territoryId: 't-1', viewer }, now),
    ...announced,
  };

  it('carries who asks, and says nothing of its body', () => {
    const verified = { ok: true, viewer, territoryId: 't-1', territory: null, requestId: 'r-5' };
    expect(verifyStream(secret, headers, target, now)).toEqual(verified);
  });

  it.each([
    ['another length', { ...headers, 'content-length': '121' }],
    ['no length', { ...headers, 'content-length': undefined }],
    ['another media type', { ...headers, 'content-type': 'image/png' }],
    ['another territory', { ...headers, 'x-ancrage-territory': 't-2' }],
  ])('is refused with %s', (_what, received) => {
    expect(verifyStream(secret, received, target, now)).toEqual({ ok: false, reason: 'FORGED' });
  });

  it('never passes for one whose body is signed, nor the other way round', () => {
    expect(verifyRequest(secret, headers, target, now)).toEqual({ ok: false, reason: 'MALFORMED' });
    expect(verifyStream(secret, signed, request, now)).toEqual({ ok: false, reason: 'MALFORMED' });
    const renamed = (to: string, from: Record<string, string | undefined>) => ({
      ...from,
      'x-ancrage-signature': from['x-ancrage-signature']?.replace(/^v1[a-z-]*/, to),
    });
    const body = 'text/csv\n120';
    expect(verifyRequest(secret, renamed('v1', headers), { ...target, body }, now)).toEqual({
      ok: false,
      reason: 'FORGED',
    });
    expect(verifyStream(secret, renamed('v1-unsigned-body', signed), request, now)).toEqual({
      ok: false,
      reason: 'FORGED',
    });
  });
});
