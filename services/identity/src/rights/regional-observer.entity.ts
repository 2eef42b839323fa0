import { defineEntity, p } from '@mikro-orm/core';
import { UserAccount } from '../account/user-account.entity.js';
import { CURRENT_USER, IS_OPERATOR } from './policies.js';

/** Someone who reads the figures of a region's territories, never a person's data. */
export const RegionalObserver = defineEntity({
  name: 'RegionalObserver',
  tableName: 'regional_observer',
  rowLevelSecurity: 'force',
  checks: [{ name: 'regional_observer_region_code', expression: "region_code ~ '^[0-9]{2}$'" }],
  policies: [
    { name: 'observer_own', command: 'select', using: `user_id = ${CURRENT_USER}` },
    { name: 'observer_managed', command: 'all', using: IS_OPERATOR, check: IS_OPERATOR },
  ],
  properties: {
    user: () => p.manyToOne(UserAccount).mapToPk().primary().deleteRule('cascade'),
    /** INSEE code of the region. */
    regionCode: p.text().primary(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});
