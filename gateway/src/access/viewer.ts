import type { Viewer } from '@ancrage/signature';
import type { ApiKey } from './api-key.verifier.js';
import type { Claims } from './token.verifier.js';

/**
 * The viewer of a request, with their role in its territory. A member of another territory is a visitor here: they
 * may read what is public, and the subgraphs refuse the rest as FORBIDDEN.
 */
export function viewerOf(
  claims: Claims | null,
  key: ApiKey | null,
  territoryId: string | null,
): Viewer | null {
  if (!claims) {
    if (!key) return null;
    return { userId: `key:${key.name}`, role: 'PUBLIC', regions: key.regions, operator: false };
  }
  const membership = claims.memberships.find((candidate) => candidate.territoryId === territoryId);
  return {
    userId: claims.sub,
    role: claims.operator ? 'OPERATOR' : (membership?.role ?? 'PUBLIC'),
    regions: [...new Set([...claims.regions, ...(key?.regions ?? [])])],
    operator: claims.operator,
  };
}
