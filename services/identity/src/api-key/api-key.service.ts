import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { UserAccount } from '../account/user-account.entity.js';
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

/** A key of one region's tools, as its observers see it. */
export interface RegionKeySummary {
  prefix: string;
  name: string;
  /** Name of whose doing it was, or their address; null for the operator's command line, and once they have no account. */
  createdBy: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

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

/** More than any region has tools. */
const IN_USE_PER_REGION = 20;
/** Those that ended long ago are of no interest to anybody. */
const LISTED = 100;

/** Keys of that region's tools alone: one for several regions, or of a territory, is the operator's. */
const ofRegion = (region: string) => ({ regions: { $eq: [region] }, territoryId: null });

function newKey(): { key: string; prefix: string; hash: string } {
  const key = `ancrage_${randomBytes(32).toString('base64url')}`;
  return { key, prefix: key.slice(0, PREFIX_LENGTH), hash: hashOf(key) };
}

/** Keys for programs: made and revoked by the operator, checked for the gateway. */
export class ApiKeyService {
  constructor(private readonly database: Database) {}

  /** Makes a key and gives it away for the only time. */
  async create(wanted: NewApiKey): Promise<{ key: string; prefix: string }> {
    const { key, prefix, hash } = newKey();
    await this.#asOperator((em) => em.insert(ApiKey, { ...wanted, prefix, hash }));
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

  /** The keys of one region's tools, those in use first, then the latest. */
  async listOfRegion(region: string): Promise<RegionKeySummary[]> {
    return this.#asOperator(async (em) => {
      const keys = await em.find(ApiKey, ofRegion(region), {
        orderBy: [{ revokedAt: 'desc nulls first' }, { createdAt: 'desc' }],
        limit: LISTED,
      });
      const makers = await em.find(UserAccount, {
        id: { $in: keys.flatMap(({ createdBy }) => createdBy ?? []) },
      });
      const names = new Map(makers.map(({ id, name, email }) => [id, name || email]));
      return keys.map(({ prefix, name, createdBy, expiresAt, lastUsedAt, revokedAt, createdAt }) => ({
        prefix,
        name,
        createdBy: (createdBy && names.get(createdBy)) ?? null,
        createdAt,
        expiresAt: expiresAt ?? null,
        lastUsedAt: lastUsedAt ?? null,
        revokedAt: revokedAt ?? null,
      }));
    });
  }

  /** Makes a key that reads one region's figures; null when the region has as many in use as it may. */
  async createOfRegion(
    region: string,
    wanted: { name: string; expiresAt: Date; createdBy: string },
  ): Promise<{ key: string; prefix: string } | null> {
    return this.#asOperator(async (em) => {
      // Two at once must not both be the last one.
      await em.execute(`select pg_advisory_xact_lock(hashtext('api keys of region'), ?)`, [Number(region)]);
      const now = new Date();
      const inUse = await em.count(ApiKey, { ...ofRegion(region), revokedAt: null, expiresAt: { $gt: now } });
      if (inUse >= IN_USE_PER_REGION) return null;
      const { key, prefix, hash } = newKey();
      const reach = { scopes: ['read'], regions: [region], territoryId: null };
      await em.insert(ApiKey, { ...reach, ...wanted, prefix, hash });
      return { key, prefix };
    });
  }

  /** Ends a key of one region; the name it had, or null when the region has none such in use. */
  async revokeOfRegion(region: string, prefix: string): Promise<string | null> {
    return this.#asOperator(async (em) => {
      const key = await em.findOne(ApiKey, { ...ofRegion(region), prefix, revokedAt: null });
      if (!key) return null;
      key.revokedAt = new Date();
      return key.name;
    });
  }

  #asOperator<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.database.em.fork({ session: { variables: { 'app.role': 'OPERATOR' } } }).transactional(work);
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
