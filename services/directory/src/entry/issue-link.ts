import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';

/**
 * What a link lets its holder do: join (nobody knows the address yet), manage the own entry, say that it still holds,
 * object to being kept.
 */
export const LINK_PURPOSES = ['JOIN', 'MANAGE', 'RECONFIRM', 'OBJECT'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

const HOUR = 3_600_000;
/** How long a link waits to be opened. Who is asked again once a year, or was never asked, has more time. */
const LIFETIMES: Record<LinkPurpose, number> = {
  JOIN: 24 * HOUR,
  MANAGE: 24 * HOUR,
  RECONFIRM: 45 * 24 * HOUR,
  OBJECT: 365 * 24 * HOUR,
};

export interface NewEntryLink {
  /** Null for a link to join by. */
  soloId: string | null;
  /** As `emailKey` gives it. */
  emailKey: string;
  purpose: LinkPurpose;
}

/** Makes a link that opens once and gives its id; the address is `EntryLinks.pathOf`. The scope must be a writer's. */
export async function issueEntryLink(
  connection: Connection,
  scope: Scope,
  { soloId, emailKey, purpose }: NewEntryLink,
): Promise<string> {
  const id = randomUUID();
  await connection.query(
    `insert into entry_link (id, territory_id, solo_id, email_key, purpose, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [id, scope.territoryId, soloId, emailKey, purpose, new Date(Date.now() + LIFETIMES[purpose])],
  );
  return id;
}
