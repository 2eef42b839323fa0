import type { PolicyDef } from '@mikro-orm/core';
import type { SubgraphContext } from './context.js';
import { CURRENT_TERRITORY } from './policies.js';
import type { Connection } from './pooled-reads.js';
import type { Scope } from './scope.js';
import { SETTINGS, settingsOf } from './scoped-query.js';

const CURRENT_USER = "current_setting('app.user_id', true)";

/**
 * Lets people without an account act on what is their own, and on nothing else, besides what tenantPolicies lets members
 * do. Their user id is `<kind>:<uuid>`; `column` holds the uuid.
 */
export function ownPolicies(
  kind: string,
  column: string,
  ...commands: ('select' | 'insert' | 'update')[]
): PolicyDef[] {
  const own = `territory_id = ${CURRENT_TERRITORY} and '${kind}:' || ${column} = ${CURRENT_USER}`;
  return commands.map((command) => ({
    name: `own_${command}`,
    command,
    ...(command !== 'insert' && { using: own }),
    ...(command !== 'select' && { check: own }),
  }));
}

/** The request on behalf of somebody whom a signed link made known: the database lets them act on their own rows alone. */
export function asOwner(context: SubgraphContext, userId: string): SubgraphContext {
  return context.onBehalfOf({ userId, role: 'PUBLIC', regions: [], operator: false });
}

/**
 * The request with the territory's own rights: to find whether an address is known, and to let somebody in who is not.
 * Nothing of what is read this way may show in the answer.
 */
export function asTerritory(context: SubgraphContext): SubgraphContext {
  return context.onBehalfOf({ userId: 'self-service', role: 'AGENT', regions: [], operator: false });
}

/**
 * Goes on in a transaction with another scope's rights, for what follows from an act that its own rights allowed. They end
 * with the transaction, which keeps all of it or nothing.
 */
export async function goOnAs(connection: Connection, scope: Scope): Promise<Scope> {
  await connection.query(SETTINGS.text, settingsOf(scope));
  return scope;
}
