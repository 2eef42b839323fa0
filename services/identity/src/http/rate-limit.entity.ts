import { defineEntity, p } from '@mikro-orm/core';

/** How often something was tried in the current window. Keys are hashed: no address is kept. */
export const RateLimit = defineEntity({
  name: 'RateLimit',
  tableName: 'rate_limit',
  properties: {
    key: p.text().primary(),
    count: p.integer(),
    resetsAt: p.datetime().index(),
  },
});
