import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { Refusal } from '../refusals.js';

const ISSUER = 'ancrage-identity';
const AUDIENCE = 'ancrage';
/** Asymmetric only: whoever can verify a token must not be able to make one. */
const ALGORITHMS = ['EdDSA', 'ES256', 'RS256'];
/** Tokens whose signature was checked; a page of the workspace sends the same one a dozen times. */
const REMEMBERED = 10_000;
const CLOCK_TOLERANCE_SECONDS = 5;

const claims = z.object({
  sub: z.string().min(1),
  exp: z.number(),
  memberships: z
    .array(
      z.object({
        territoryId: z.string(),
        role: z.enum(['VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR']),
      }),
    )
    .default([]),
  regions: z.array(z.string()).default([]),
  operator: z.boolean().default(false),
});

/** What a person's token says about them. */
export type Claims = z.infer<typeof claims>;

/** Checks the tokens that identity signs, with the keys that it publishes. */
export class TokenVerifier {
  private readonly keys: ReturnType<typeof createRemoteJWKSet>;
  private readonly verified = new LRUCache<string, Claims>({ max: REMEMBERED });

  /** @param identityUrl where identity answers; its keys are at `/auth/jwks` */
  constructor(identityUrl: string) {
    this.keys = createRemoteJWKSet(new URL('/auth/jwks', identityUrl), { timeoutDuration: 3_000 });
  }

  /**
   * The claims of an `Authorization` header. Throws UNAUTHENTICATED for anything but a valid bearer token of ours,
   * without saying what is wrong with it.
   */
  async verify(authorization: string): Promise<Claims> {
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    if (!token) throw new Refusal('TOKEN');
    const known = this.verified.get(token);
    if (known) {
      if (known.exp + CLOCK_TOLERANCE_SECONDS <= Date.now() / 1000) throw new Refusal('TOKEN');
      return known;
    }
    const parsed = claims.safeParse(await this.check(token));
    if (!parsed.success) throw new Refusal('TOKEN', undefined, { cause: parsed.error });
    this.verified.set(token, parsed.data);
    return parsed.data;
  }

  private async check(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      return payload;
    } catch (cause) {
      // A token is refused for what it is; without the keys nobody can tell, and that is not the caller's fault.
      const isTheToken =
        cause instanceof errors.JOSEError &&
        !(cause instanceof errors.JWKSTimeout) &&
        !(cause instanceof errors.JWKSInvalid) &&
        cause.code !== 'ERR_JOSE_GENERIC';
      throw new Refusal(isTheToken ? 'TOKEN' : 'UNAVAILABLE', undefined, { cause });
    }
  }
}
