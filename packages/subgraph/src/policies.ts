import type { PolicyDef } from '@mikro-orm/core';

/** The tenant of the transaction, or null: without the setting no row matches, so a forgotten session sees nothing. */
export const CURRENT_TERRITORY = "nullif(current_setting('app.territory_id', true), '')::uuid";
/** The viewer's role in that territory: PUBLIC, VIEWER, CONTRIBUTOR, AGENT, ADMINISTRATOR or OPERATOR. */
export const CURRENT_ROLE = "coalesce(nullif(current_setting('app.role', true), ''), 'PUBLIC')";

/** SQL test that the viewer holds one of the roles. */
export function hasRole(...roles: string[]): string {
  const quoted = roles.map((role) => `'${role}'`);
  // PostgreSQL stores a list of one as an equality, which would look like a change to the next migration.
  return quoted.length === 1 ? `${CURRENT_ROLE} = ${quoted[0]}` : `${CURRENT_ROLE} in (${quoted.join(', ')})`;
}

export const STAFF = ['VIEWER', 'CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR'] as const;
export const WRITERS = ['AGENT', 'ADMINISTRATOR', 'OPERATOR'] as const;

/**
 * The policies of a tenant table: rows of the transaction's territory alone, read when `read` holds
 * (any SQL on the row; everyone by default), written by `writers`.
 * `column` holds the territory's uuid. `many`: rows come by the million, and who writes is asked once a statement.
 */
export function tenantPolicies(
  options: { column?: string; read?: string; writers?: readonly string[]; many?: boolean } = {},
): PolicyDef[] {
  const { column = 'territory_id', read, writers = WRITERS, many = false } = options;
  const tenant = `${column} = ${CURRENT_TERRITORY}`;
  const write = `${tenant} and ${hasRole(...writers)}`;
  const insert = `${column} = (select ${CURRENT_TERRITORY}) and (select ${hasRole(...writers)})`;
  return [
    { name: 'tenant_read', command: 'select', using: read ? `${tenant} and (${read})` : tenant },
    { name: 'tenant_insert', command: 'insert', check: many ? insert : write },
    { name: 'tenant_update', command: 'update', using: write, check: write },
    { name: 'tenant_delete', command: 'delete', using: write },
  ];
}

/**
 * Lets the figures role count rows of every territory. It cannot log in; only its SECURITY DEFINER functions act
 * as it, and column grants keep it from personal columns.
 */
export function figuresPolicy(service: string): PolicyDef {
  return { name: 'figures_read', command: 'select', roles: [`ancrage_${service}_figures`], using: 'true' };
}
