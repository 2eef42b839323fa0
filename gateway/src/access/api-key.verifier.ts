import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { Refusal } from '../refusals.js';
import type { RequestContext } from '../request/request.context.js';
import type { ServiceClient } from '../upstream/service.client.js';

const verdict = z.object({
  valid: z.boolean(),
  name: z.string().default(''),
  scopes: z.array(z.string()).default([]),
  regions: z.array(z.string()).default([]),
});

/** A key that identity vouches for. */
export type ApiKey = {
  /** Stands for the key in counters and caches, so that the key itself is kept nowhere. */
  digest: string;
  name: string;
  scopes: string[];
  /** Regions whose figures it may read. */
  regions: string[];
};

/** A revoked key works for this long at most. */
const TRUSTED_FOR_MS = 30_000;
const REMEMBERED = 10_000;
const LONGEST_KEY = 512;

/** Asks identity about API keys, and remembers what it said for a short while. */
export class ApiKeyVerifier {
  private readonly verdicts = new LRUCache<string, { key: ApiKey | null }>({
    max: REMEMBERED,
    ttl: TRUSTED_FOR_MS,
  });

  constructor(private readonly identity: ServiceClient) {}

  /** The key when its verdict is already known, without asking anybody. */
  peek(key: string): ApiKey | undefined {
    return this.verdicts.get(digest(key))?.key ?? undefined;
  }

  /** What identity knows of a key. Throws UNAUTHENTICATED for one that is not valid. */
  async verify(key: string, context: RequestContext): Promise<ApiKey> {
    if (key.length > LONGEST_KEY) throw new Refusal('API_KEY');
    const id = digest(key);
    const known = this.verdicts.get(id) ?? { key: await this.ask(key, id, context) };
    if (!this.verdicts.has(id)) this.verdicts.set(id, known);
    if (!known.key) throw new Refusal('API_KEY');
    return known.key;
  }

  private async ask(key: string, id: string, context: RequestContext): Promise<ApiKey | null> {
    try {
      const call = {
        method: 'POST',
        path: '/internal/api-keys/verify',
        body: JSON.stringify({ key }),
      } as const;
      const answer = await this.identity.send(call, context);
      if (answer.status !== 200) throw new Error(`identity answered ${answer.status}`);
      const { valid, ...rest } = verdict.parse(JSON.parse(answer.text));
      return valid ? { digest: id, ...rest } : null;
    } catch (cause) {
      throw new Refusal('UNAVAILABLE', undefined, { cause });
    }
  }
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
