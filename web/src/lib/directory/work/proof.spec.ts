import { pbkdf2Sync } from 'node:crypto';
import { expect, it } from 'vitest';
import { proofOf } from './proof.ts';

it('is what the service checks', async () => {
  const proof = await proofOf(
    { slug: 'octet', email: 'lea@exemple.fr', message: 'Bonjour\nà vous' },
    new Date('2026-11-23T12:00:00Z'),
  );
  const [day, nonce = ''] = proof.split(':');
  expect(day).toBe('2026-11-23');
  const [first] = pbkdf2Sync('octet\nlea@exemple.fr\nBonjour\nà vous\n2026-11-23', nonce, 2000, 16, 'sha256');
  expect(first).toBeLessThan(4);
});
