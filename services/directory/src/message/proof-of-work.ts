import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);

/** One try costs a browser about a millisecond; 64 are needed on average. */
export const PROOF_ITERATIONS = 2000;
export const PROOF_BITS = 6;
const DAY = 86_400_000;

/** What a message is proven for: nobody can use a proof for another message, solo or day. */
export interface ProvenContent {
  slug: string;
  email: string;
  message: string;
}

/**
 * Whether a browser worked for this message. The proof is `day:nonce`, day as yyyy-mm-dd, such that the first six bits
 * of PBKDF2-SHA-256 over slug, e-mail, message and day, salted with the nonce, are zero.
 */
export async function isProven(
  { slug, email, message }: ProvenContent,
  proof: string | null | undefined,
  now = Date.now(),
): Promise<boolean> {
  const [, day, nonce] = /^(\d{4}-\d\d-\d\d):([a-z0-9]{1,24})$/.exec(proof ?? '') ?? [];
  if (!day || !nonce || ![now - DAY, now, now + DAY].some((moment) => dayOf(moment) === day)) return false;
  const content = [slug, email, message, day].join('\n');
  const [first = 255] = await derive(content, nonce, PROOF_ITERATIONS, 16, 'sha256');
  return first >> (8 - PROOF_BITS) === 0;
}

const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);
