import { createHash } from 'node:crypto';
import type { Database } from '../database.js';

export interface RateLimitRule {
  max: number;
  /** Seconds. */
  window: number;
}

export interface RateLimitAnswer {
  allowed: boolean;
  /** Seconds until the window ends, when refused. */
  retryAfter: number | null;
}

/** Counts tries in fixed windows, shared by every replica through the database. */
export class RateLimits {
  constructor(private readonly database: Database) {}

  /** Counts one try of `subject` and says whether it is within the rule. One statement, so concurrent tries all count. */
  async consume(subject: string, { max, window }: RateLimitRule): Promise<RateLimitAnswer> {
    const key = createHash('sha256').update(subject).digest('base64url');
    const [row] = await this.database.em.fork().execute<{ count: number; seconds: number }[]>(
      `insert into rate_limit as kept (key, count, resets_at)
       values (?, 1, now() + ? * interval '1 second')
       on conflict (key) do update set
         count = case when kept.resets_at <= now() then 1 else kept.count + 1 end,
         resets_at = case when kept.resets_at <= now() then excluded.resets_at else kept.resets_at end
       returning count, ceil(extract(epoch from resets_at - now()))::int as seconds`,
      [key, window],
    );
    const allowed = row !== undefined && row.count <= max;
    return { allowed, retryAfter: allowed ? null : (row?.seconds ?? window) };
  }
}
