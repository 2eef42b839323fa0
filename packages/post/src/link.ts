import { createHmac, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const TOKEN = /^[A-Za-z0-9_-]{64}$/;

/**
 * Signs the links by which people without an account act. A token is a uuid and its HMAC-SHA-256: it is made again from
 * the uuid whenever it is needed, and nobody who reads the database alone can make one.
 */
export class LinkSigner {
  /**
   * @param secret the setting LINK_SECRET: another one ends every link
   * @param purpose what the links are for, so that those of one kind never pass for another
   */
  constructor(
    private readonly secret: string,
    private readonly purpose: string,
  ) {}

  /** The token of a uuid; 64 characters that need no escaping in an address. */
  tokenOf(id: string): string {
    const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
    return Buffer.concat([bytes, this.signatureOf(bytes)]).toString('base64url');
  }

  /** The uuid that a token stands for, or null for one that was not signed here for this purpose. */
  idOf(token: string): string | null {
    if (!TOKEN.test(token)) return null;
    const bytes = Buffer.from(token, 'base64url');
    const id = bytes.subarray(0, ID_BYTES);
    if (!timingSafeEqual(bytes.subarray(ID_BYTES), this.signatureOf(id))) return null;
    const hex = id.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }

  private signatureOf(id: Buffer): Buffer {
    return createHmac('sha256', this.secret).update(this.purpose).update(id).digest();
  }
}
