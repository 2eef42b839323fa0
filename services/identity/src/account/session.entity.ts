import { defineEntity, p } from '@mikro-orm/core';
import { UserAccount } from './user-account.entity.js';

/** A signed-in browser on one host. Deleting the row signs it out. */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    user: () => p.manyToOne(UserAccount).mapToPk().deleteRule('cascade').index(),
    token: p.text().unique(),
    expiresAt: p.datetime().index(),
    ipAddress: p.text().nullable(),
    userAgent: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});
