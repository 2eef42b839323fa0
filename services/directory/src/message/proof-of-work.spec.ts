import { pbkdf2Sync } from 'node:crypto';
import { expect, it } from 'vitest';
import { isProven, PROOF_ITERATIONS } from './proof-of-work.js';

const content = { slug: 'octet', email: 'lea@exemple.fr', message: 'Bonjour' };
const now = Date.parse('2026-11-23T12:00:00Z');

/** As the site does it. */
function work(day: string, message = content.message): string {
  for (let nonce = 0; ; nonce++) {
    const text = [content.slug, content.email, message, day].join('\n');
    if ((pbkdf2Sync(text, `${nonce}`, PROOF_ITERATIONS, 16, 'sha256')[0] as number) < 4)
      return `${day}:${nonce}`;
  }
}

it('is believed for the message, the solo and the days that it was done for', async () => {
  const proof = work('2026-11-23');
  expect(await isProven(content, proof, now)).toBe(true);
  expect(await isProven(content, proof, now + 86_400_000)).toBe(true);
  expect(await isProven(content, proof, now + 3 * 86_400_000)).toBe(false);
  const others = await Promise.all(
    Array.from({ length: 12 }, (_, index) => isProven({ ...content, message: `Autre ${index}` }, proof, now)),
  );
  expect(others.filter(Boolean).length).toBeLessThan(4);
});

it.each([null, '', 'x', '2026-11-23:', '2026-11-23', `2026-11-23:${'1'.repeat(30)}`, '2026-11-23:é'])(
  'is not done by %j',
  async (proof) => {
    expect(await isProven(content, proof, now)).toBe(false);
  },
);
