import { m } from '#lib/paraglide/messages.js';

/** What territories are told apart by, in the order of a list of choices. */
export const states = ['ONLINE', 'PREPARING', 'SUSPENDED', 'DELETING'] as const;

export const stateWords = {
  ONLINE: m.operator_state_online,
  PREPARING: m.operator_state_preparing,
  SUSPENDED: m.operator_state_suspended,
  DELETING: m.operator_state_deleting,
};
