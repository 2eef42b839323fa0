import { createHmac, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const SIGNATURE_BYTES = 10;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const TOKEN = /^[a-z2-7]{42}$/;

/**
 * The addresses to which letters come back: `bounces+<token>@domain`, where the token is the letter's id and the start of
 * its HMAC. It has small letters and digits alone and fits the 64 octets of a local part: mail servers may change case.
 */
export class BounceAddresses {
  private readonly local: string;
  private readonly domain: string;

  /**
   * @param secret the setting LINK_SECRET
   * @param address the setting MAIL_BOUNCES: bounces@mail.example.fr
   */
  constructor(
    private readonly secret: string,
    address: string,
  ) {
    const at = address.lastIndexOf('@');
    this.local = address.slice(0, at).toLowerCase();
    this.domain = address.slice(at + 1).toLowerCase();
  }

  /** Where the letter of a uuid comes back to. */
  addressOf(letterId: string): string {
    const id = Buffer.from(letterId.replaceAll('-', ''), 'hex');
    return `${this.local}+${encode(Buffer.concat([id, this.signatureOf(id)]))}@${this.domain}`;
  }

  /** The letter that came back to an address; null for one that was not made here. */
  letterOf(address: string): string | null {
    const [local = '', domain] = address.trim().toLowerCase().split('@');
    const prefix = `${this.local}+`;
    const token = local.slice(prefix.length);
    if (domain !== this.domain || !local.startsWith(prefix) || !TOKEN.test(token)) return null;
    const bytes = decode(token);
    const id = bytes.subarray(0, ID_BYTES);
    if (!timingSafeEqual(bytes.subarray(ID_BYTES), this.signatureOf(id))) return null;
    const hex = id.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }

  private signatureOf(id: Buffer): Buffer {
    return createHmac('sha256', this.secret)
      .update('ancrage bounce 1')
      .update(id)
      .digest()
      .subarray(0, SIGNATURE_BYTES);
  }
}

/** Base 32 (RFC 4648) of 26 bytes, in small letters and without padding. */
function encode(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)])
    .join('');
}

function decode(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
