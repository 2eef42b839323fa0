import { ownPolicies as policiesOfOwner } from '@ancrage/subgraph/self-service';
import type { PolicyDef } from '@mikro-orm/core';

/** The user id under which somebody acts for their own entry, made known by a signed link. */
export const ownUserId = (soloId: string): string => `solo:${soloId}`;

/** Lets a solo act on what is their own; `column` holds the solo's id. */
export const ownPolicies = (column: string, ...commands: ('select' | 'insert' | 'update')[]): PolicyDef[] =>
  policiesOfOwner('solo', column, ...commands);
