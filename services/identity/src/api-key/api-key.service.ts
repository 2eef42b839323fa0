import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../database.js';
import { ApiKey } from './api-key.entity.js';

export interface NewApiKey {
  name: string;
  scopes: string[];
  regions: string[];
  territoryId: string | null;
  expiresAt: Date | null;
}

/** What the gateway learns of a presented key. */
export type VerifiedApiKey =
  | { valid: true; name: string; scopes: string[]; regions: string[]; territoryId: string | null }
  | { valid: false };

/** A key as lists show it; the key itself is not kept. */
export interface ApiKeySummary extends NewApiKey {
  prefix: string;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

const FORMAT = /^ancrage_[A-Za-z0-9_-]{43}$/;
const PREFIX_LENGTH = 'ancrage_'.length + 8;
/** Last use is for people who tidy up: to the minute is enough, and spares a write per request. */
const LAST_USE_PRECISION_MS = 60_000;

/** Keys for programs: made and revoked by the operator, checked for the gateway. */
export class ApiKeyService {
  constructor(private readonly database: Database) {}

  /** Makes a key and gives it away for the only time. */
  async create(wanted: NewApiKey): Promise<{ key: string; prefix: string }> {
    const key = `ancrage_${randomBytes(32).toString('base64url')}`;
    const prefix = key.slice(0, PREFIX_LENGTH);
    await this.#asOperator((em) => em.insert(ApiKey, { ...wanted, prefix, hash: hashOf(key) }));
    return { key, prefix };
  }

  async list(): Promise<ApiKeySummary[]> {
    const keys = await this.#asOperator((em) => em.find(ApiKey, {}, { orderBy: { createdAt: 'asc' } }));
    return keys.map(({ prefix, name, scopes, regions, territoryId, expiresAt, lastUsedAt, revokedAt }) => ({
      prefix,
      name,
      scopes,
      regions,
      territoryId: territoryId ?? null,
      expiresAt: expiresAt ?? null,
      lastUsedAt: lastUsedAt ?? null,
      revokedAt: revokedAt ?? null,
    }));
  }

  /** Ends a key at once here, and within half a minute at the gateway, which remembers answers that long. */
  async revoke(prefix: string): Promise<'revoked' | 'already revoked' | 'unknown'> {
    return this.#asOperator(async (em) => {
      const key = await em.findOne(ApiKey, { prefix });
      if (!key) return 'unknown';
      if (key.revokedAt) return 'already revoked';
      key.revokedAt = new Date();
      return 'revoked';
    });
  }

  /** Checks a presented key; the database shows no other row than its own. */
  async verify(key: string, now = new Date()): Promise<VerifiedApiKey> {
    if (!FORMAT.test(key)) return { valid: false };
    const hash = hashOf(key);
    const em = this.database.em.fork({ session: { variables: { 'app.api_key_hash': hash } } });
    return em.transactional(async (em) => {
      const found = await em.findOne(ApiKey, { hash });
      if (!found || found.revokedAt || (found.expiresAt && found.expiresAt <= now)) return { valid: false };
      const lastUse = found.lastUsedAt?.getTime() ?? 0;
      if (now.getTime() - lastUse >= LAST_USE_PRECISION_MS) found.lastUsedAt = now;
      const { name, scopes, regions, territoryId } = found;
      return { valid: true, name, scopes, regions, territoryId: territoryId ?? null };
    });
  }

  #asOperator<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.database.em.fork({ session: { variables: { 'app.role': 'OPERATOR' } } }).transactional(work);
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
