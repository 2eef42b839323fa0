import { createHash } from 'node:crypto';

const digest = (words: readonly (string | number)[]) =>
  createHash('sha256').update(words.join('\u0000')).digest();

/** The uuid of the same words, always: generated records keep their identity from one machine to the next. */
export function stableId(...words: (string | number)[]): string {
  const bytes = digest(words).subarray(0, 16);
  // Version 8 of RFC 9562: a uuid whose bits are the application's own.
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A number from 0 (included) to 1 (excluded), the same for the same words. */
export function stableFraction(...words: (string | number)[]): number {
  return digest(words).readUInt32BE(0) / 2 ** 32;
}

/** One of the items, the same for the same words, likelier the more it weighs. */
export function stablePick<Item>(
  items: readonly Item[],
  weight: (item: Item) => number,
  ...words: (string | number)[]
): Item {
  const total = items.reduce((sum, item) => sum + weight(item), 0);
  let rest = stableFraction(...words) * total;
  const found = items.find((item) => {
    rest -= weight(item);
    return rest < 0;
  });
  const picked = found ?? items.at(-1);
  if (picked === undefined) throw new Error('There is nothing to pick from.');
  return picked;
}
