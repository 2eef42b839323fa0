/**
 * Better Auth's models under our table and column names: every name that differs is listed. It compares them with the
 * database at its first use (validateSchema), so that a forgotten one shows at once.
 */
const TIMESTAMPS = { createdAt: 'created_at', updatedAt: 'updated_at' };

export const AUTH_TABLES = {
  user: { modelName: 'user_account', fields: { emailVerified: 'email_verified', ...TIMESTAMPS } },
  session: {
    modelName: 'session',
    fields: {
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      ...TIMESTAMPS,
    },
  },
  account: {
    modelName: 'linked_account',
    fields: {
      userId: 'user_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...TIMESTAMPS,
    },
  },
  verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...TIMESTAMPS } },
};

export const SIGNING_KEY_TABLE = {
  jwks: {
    modelName: 'signing_key',
    fields: {
      publicKey: 'public_key',
      privateKey: 'private_key',
      createdAt: 'created_at',
      expiresAt: 'expires_at',
    },
  },
};
