import { defineEntity, p } from '@mikro-orm/core';

/** A key pair that signs tokens; the private part is encrypted with IDENTITY_SECRET. */
export const SigningKey = defineEntity({
  name: 'SigningKey',
  tableName: 'signing_key',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    publicKey: p.text(),
    privateKey: p.text(),
    alg: p.text().nullable(),
    crv: p.text().nullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime().nullable(),
  },
});
