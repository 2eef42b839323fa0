import type { Role } from '@ancrage/signature';

/** On whose behalf statements run: what row-level security decides by. */
export interface Scope {
  territoryId: string | null;
  role: Role;
  userId: string | null;
}
