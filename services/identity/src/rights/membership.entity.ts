import { defineEntity, p } from '@mikro-orm/core';
import { UserAccount } from '../account/user-account.entity.js';
import { CURRENT_USER, MANAGES_TERRITORY } from './policies.js';

export const MEMBER_ROLES = ['VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** What a person may do in one territory: one role each. */
export const Membership = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'membership_own', command: 'select', using: `user_id = ${CURRENT_USER}` },
    { name: 'membership_managed', command: 'all', using: MANAGES_TERRITORY, check: MANAGES_TERRITORY },
  ],
  properties: {
    user: () => p.manyToOne(UserAccount).mapToPk().primary().deleteRule('cascade'),
    territoryId: p.uuid().primary().index(),
    role: p.enum(MEMBER_ROLES),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
