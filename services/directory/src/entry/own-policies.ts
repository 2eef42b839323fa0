import { CURRENT_TERRITORY } from '@ancrage/subgraph/policies';
import type { PolicyDef } from '@mikro-orm/core';

const OWN = "'solo:' ||";
const CURRENT_USER = "current_setting('app.user_id', true)";

/** The user id under which somebody acts for their own entry, made known by a signed link. */
export const ownUserId = (soloId: string): string => `solo:${soloId}`;

/**
 * Lets a person act on what is their own, and on nothing else, besides what tenantPolicies lets members do.
 * `column` holds the solo's id.
 */
export function ownPolicies(column: string, ...commands: ('select' | 'insert' | 'update')[]): PolicyDef[] {
  const own = `territory_id = ${CURRENT_TERRITORY} and ${OWN} ${column} = ${CURRENT_USER}`;
  return commands.map((command) => ({
    name: `own_${command}`,
    command,
    ...(command !== 'insert' && { using: own }),
    ...(command !== 'select' && { check: own }),
  }));
}
