import { describe, expect, it } from 'vitest';
import { decodeLines } from './decode.js';

async function* inPieces(bytes: Buffer, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function decode(bytes: Buffer, size = 3): Promise<string> {
  let text = '';
  for await (const block of decodeLines(inPieces(bytes, size))) text += block;
  return text;
}

const TEXT = 'Nom;Commune\nÉcole;Ax-les-Thermes\nMaïa – œuvre;Mérens\n';

describe('decodeLines', () => {
  it.each([1, 2, 3, 1000])(
    'reads UTF-8 in pieces of %i bytes, with a byte order mark or without',
    async (size) => {
      expect(await decode(Buffer.from(TEXT), size)).toBe(TEXT);
      expect(await decode(Buffer.from(`\ufeff${TEXT}`), Math.max(3, size))).toBe(TEXT);
    },
  );

  it('reads Windows-1252, its dash and ligature included', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Nom;Commune\n\u00c9cole;Ax-les-Thermes\nMa\u00efa ', 'latin1'),
      Buffer.from([0x96, 0x20, 0x9c]),
      Buffer.from('uvre;M\u00e9rens\n', 'latin1'),
    ]);
    expect(await decode(bytes)).toBe(TEXT);
  });

  it('ends lines alike, the last one too', async () => {
    expect(await decode(Buffer.from('a;b\r\nc;d'))).toBe('a;b\nc;d\n');
  });

  it('refuses a file that changes its encoding', async () => {
    const bytes = Buffer.concat([Buffer.from('É\n'), Buffer.from('\u00c9cole\n', 'latin1')]);
    await expect(decode(bytes, 4)).rejects.toThrow('goes on in another encoding');
  });

  it.each([
    ['', 'it is empty'],
    ['{"A101":"Police"}', 'JSON'],
    ['<!DOCTYPE html><html>', 'a web page'],
    ['%PDF-1.7', 'a PDF document'],
    ['a\u0000b\u0000c\u0000\n', 'no text'],
  ])('refuses %j by its kind', async (content, kind) => {
    await expect(decode(Buffer.from(content), 1000)).rejects.toThrow(kind);
  });

  it('refuses what never ends a line, without keeping it', async () => {
    await expect(decode(Buffer.alloc(20 << 20, 'x'), 1 << 20)).rejects.toThrow('this is no table');
  });
});
