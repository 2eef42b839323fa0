import { defineEntity, p } from '@mikro-orm/core';
import { UserAccount } from '../account/user-account.entity.js';
import { MANAGES_TERRITORY } from '../rights/policies.js';

/** Only the row of a key that was presented is visible to the service that checks it. */
const PRESENTED = "hash = current_setting('app.api_key_hash', true)";

/** A key for a program. The key itself is shown once, at its creation; only its hash is kept. */
export const ApiKey = defineEntity({
  name: 'ApiKey',
  tableName: 'api_key',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'api_key_presented', command: 'select', using: PRESENTED },
    { name: 'api_key_used', command: 'update', using: PRESENTED, check: PRESENTED },
    { name: 'api_key_managed', command: 'all', using: MANAGES_TERRITORY, check: MANAGES_TERRITORY },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    name: p.text(),
    /** First characters of the key, to recognise it by. */
    prefix: p.text().unique(),
    /** SHA-256 of the key, hexadecimal. Plain is enough: a key has 256 random bits. */
    hash: p.text().unique(),
    scopes: p.array().columnType('text[]'),
    /** INSEE codes of the regions whose figures the key may read. */
    regions: p.array().columnType('text[]'),
    /** The territory the key belongs to; null for the platform's own and for regions. */
    territoryId: p.uuid().nullable().index(),
    /** Who made it; null for the operator's command line, and once their account is gone. */
    createdBy: () => p.manyToOne(UserAccount).mapToPk().nullable().deleteRule('set null'),
    expiresAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
