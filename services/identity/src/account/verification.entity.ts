import { defineEntity, p } from '@mikro-orm/core';

/** A sign-in link (by the hash of its token) or the state of a sign-in at a provider; used once, short-lived. */
export const Verification = defineEntity({
  name: 'Verification',
  tableName: 'verification',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    identifier: p.text().index(),
    value: p.text(),
    expiresAt: p.datetime().index(),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});
