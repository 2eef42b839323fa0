/** What a proof is for; the service knows it by the same words (WriteToSoloInput.proof). */
export type ProvenContent = { slug: string; email: string; message: string };

const rounds = 2000;
const bits = 6;

/**
 * Works for a message until a nonce is found whose hash begins with six zero bits, some 64 tries of a millisecond:
 * nothing to a person, something to who sends thousands. Gives `day:nonce`.
 */
export async function proofOf({ slug, email, message }: ProvenContent, now = new Date()): Promise<string> {
  const day = now.toISOString().slice(0, 10);
  const encoder = new TextEncoder();
  const content = encoder.encode([slug, email, message, day].join('\n'));
  const key = await crypto.subtle.importKey('raw', content, 'PBKDF2', false, ['deriveBits']);
  for (let nonce = 0; ; nonce++) {
    const salt = encoder.encode(String(nonce));
    const hash = await crypto.subtle.deriveBits(
      { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
      key,
      128,
    );
    if ((new Uint8Array(hash)[0] ?? 255) >> (8 - bits) === 0) {
      return `${day}:${nonce}`;
    }
  }
}
