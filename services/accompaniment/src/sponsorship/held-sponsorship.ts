import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { isUuid } from '@ancrage/subgraph/pagination';
import { SponsorshipSide, type SponsorshipStatus } from './sponsorship-status.js';

/** A sponsorship under lock, as it stands now. */
export interface HeldSponsorship {
  id: string;
  sponsorId: string;
  prospectId: string;
  status: SponsorshipStatus;
  sponsorAccepted: boolean;
  householdAccepted: boolean;
  version: number;
}

/** Of whom a sponsorship must be: what a link made known. */
export interface OwnedBy {
  sponsorId?: string;
  prospectId?: string;
}

/** Locks the household, then the sponsorship: in this order everywhere, after the sponsor where it is locked too. */
export async function holdSponsorship(
  connection: Connection,
  { territoryId }: Scope,
  id: string,
  { sponsorId, prospectId }: OwnedBy = {},
): Promise<HeldSponsorship | null> {
  if (!isUuid(id)) return null;
  const of = [territoryId, id, sponsorId ?? null, prospectId ?? null];
  const where = `n.territory_id = $1 and n.id = $2 and ($3::uuid is null or n.sponsor_id = $3)
    and ($4::uuid is null or n.prospect_id = $4)`;
  await connection.query(
    `select 1 from prospect p where p.id = (select n.prospect_id from sponsorship n where ${where}) for update`,
    of,
  );
  const { rows } = await connection.query<HeldSponsorship>(
    `select n.id, n.sponsor_id as "sponsorId", n.prospect_id as "prospectId", n.status, n.version,
        n.sponsor_accepted_at is not null as "sponsorAccepted",
        n.household_accepted_at is not null as "householdAccepted"
       from sponsorship n where ${where} for update`,
    of,
  );
  return rows[0] ?? null;
}

/** Whether it holds a place of the sponsor: it is under way, or waits for an answer. */
export const isOpen = ({ status }: Pick<HeldSponsorship, 'status'>): boolean =>
  status === 'PROPOSED' || status === 'ACCEPTED' || status === 'ACTIVE';

/** Whether a side has accepted. */
export const accepted = (held: HeldSponsorship, side: SponsorshipSide): boolean =>
  side === SponsorshipSide.SPONSOR ? held.sponsorAccepted : held.householdAccepted;
