import { defineEntity, p } from '@mikro-orm/core';
import { UserAccount } from './user-account.entity.js';

/**
 * An identity at an organisation's OpenID Connect provider. The token columns exist because Better Auth expects them;
 * they stay empty (see sign-in/auth.ts), as nothing here calls the provider on a person's behalf.
 */
export const LinkedAccount = defineEntity({
  name: 'LinkedAccount',
  tableName: 'linked_account',
  uniques: [{ properties: ['providerId', 'accountId'] }],
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    user: () => p.manyToOne(UserAccount).mapToPk().deleteRule('cascade').index(),
    accountId: p.text(),
    providerId: p.text(),
    accessToken: p.text().nullable(),
    refreshToken: p.text().nullable(),
    idToken: p.text().nullable(),
    accessTokenExpiresAt: p.datetime().nullable(),
    refreshTokenExpiresAt: p.datetime().nullable(),
    scope: p.text().nullable(),
    password: p.text().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});
