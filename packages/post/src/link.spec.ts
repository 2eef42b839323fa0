import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { LinkSigner } from './link.js';

const signer = new LinkSigner('a secret of thirty-two characters at least', 'essai');
const id = randomUUID();

it('gives back the uuid that it signed', () => {
  expect(signer.idOf(signer.tokenOf(id))).toBe(id);
});

it.each([
  ['of another secret', new LinkSigner('another secret of thirty-two characters', 'essai').tokenOf(id)],
  ['of another purpose', new LinkSigner('a secret of thirty-two characters at least', 'autre').tokenOf(id)],
  ['with one bit of its id changed', changed(signer.tokenOf(id), 0)],
  ['with one bit of its signature changed', changed(signer.tokenOf(id), 47)],
  ['that was cut', signer.tokenOf(id).slice(0, -1)],
  ['that is longer', `${signer.tokenOf(id)}A`],
  ['that is the id alone', Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')],
  ['that is empty', ''],
  ['that holds other characters', `${signer.tokenOf(id).slice(0, -2)}==`],
])('refuses a token %s', (_which, token) => {
  expect(signer.idOf(token)).toBeNull();
});

function changed(token: string, byte: number): string {
  const bytes = Buffer.from(token, 'base64url');
  bytes[byte] = (bytes[byte] as number) ^ 1;
  return bytes.toString('base64url');
}
