import { defineEntity, p } from '@mikro-orm/core';

/**
 * A person who can sign in. There is no password: control of the e-mail address is the credential.
 * Rows are made by the operator's commands or by a first sign-in through an organisation's provider.
 */
export const UserAccount = defineEntity({
  name: 'UserAccount',
  tableName: 'user_account',
  checks: [{ name: 'user_account_email_lower_case', expression: 'email = lower(email)' }],
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    name: p.text(),
    email: p.text().unique(),
    emailVerified: p.boolean().default(false),
    image: p.text().nullable(),
    /** Platform operator. Better Auth does not know this column, so no request of its can set it. */
    isOperator: p.boolean().default(false),
    createdAt: p.datetime().defaultRaw('now()'),
    updatedAt: p.datetime().defaultRaw('now()'),
  },
});
