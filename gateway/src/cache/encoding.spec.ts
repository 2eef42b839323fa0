import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encode, negotiateEncoding } from './encoding.js';

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br', 'br'],
  ['gzip;q=0.8, br;q=0.9', 'br'],
  ['GZIP', 'gzip'],
  ['gzip, br;q=0', 'gzip'],
  ['gzip;q=0.0', 'identity'],
  ['brotli, xgzip', 'identity'],
  ['identity', 'identity'],
])('%s is answered in %s', (header, encoding) => {
  expect(negotiateEncoding(header)).toBe(encoding);
});

describe('an answer', () => {
  const text = JSON.stringify({ data: 'é'.repeat(2_000) });

  it('comes out of its encoding as it went in', async () => {
    for (const effort of ['lasting', 'passing'] as const) {
      expect(gunzipSync((await encode(text, 'gzip', effort)).bytes).toString()).toBe(text);
      expect(brotliDecompressSync((await encode(text, 'br', effort)).bytes).toString()).toBe(text);
      expect((await encode(text, 'identity', effort)).bytes.toString()).toBe(text);
    }
  });

  it('too short to gain anything is left as it is', async () => {
    expect(await encode('{}', 'br', 'lasting')).toEqual({ bytes: Buffer.from('{}'), encoding: 'identity' });
  });
});
