import { createHmac, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const TOKEN = /^[A-Za-z0-9_-]{64}$/;

/**
 * Signs the links by which communes answer. A token is the invitation's id and its HMAC-SHA-256: it is made again from
 * the id whenever somebody wants to copy it, and nobody who reads the database alone can make one.
 */
export class LinkSigner {
  constructor(private readonly secret: string) {}

  /** The token of an invitation; 64 characters that need no escaping in an address. */
  tokenOf(invitationId: string): string {
    const id = Buffer.from(invitationId.replaceAll('-', ''), 'hex');
    return Buffer.concat([id, this.signatureOf(id)]).toString('base64url');
  }

  /** Path of the page that answers, on the territory's site. */
  pathOf(invitationId: string): string {
    return `/verifier/${this.tokenOf(invitationId)}`;
  }

  /** The invitation that a token stands for, or null for one that was not signed here. */
  invitationOf(token: string): string | null {
    if (!TOKEN.test(token)) return null;
    const bytes = Buffer.from(token, 'base64url');
    const id = bytes.subarray(0, ID_BYTES);
    if (!timingSafeEqual(bytes.subarray(ID_BYTES), this.signatureOf(id))) return null;
    const hex = id.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }

  private signatureOf(id: Buffer): Buffer {
    return createHmac('sha256', this.secret).update('ancrage verification link 1').update(id).digest();
  }
}
