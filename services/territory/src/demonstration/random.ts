import { createHash } from 'node:crypto';

/** Numbers in [0, 1) that look random and are the same for the same words: demonstration data must not change between runs. */
export function randomFrom(...words: (string | number)[]): number {
  return createHash('sha256').update(words.join(' ')).digest().readUInt32BE(0) / 2 ** 32;
}

/** A uuid that is the same for the same words. */
export function uuidFrom(...words: (string | number)[]): string {
  const hex = createHash('sha256').update(words.join(' ')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
