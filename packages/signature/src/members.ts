/** Where identity answers how members of a territory are reached; to the gateway alone, signed. */
export const MEMBERS_PATH = '/internal/members';

/** The most accounts that are asked about at a time. */
export const MOST_MEMBERS_ASKED = 100;

/** Accounts of whom some may be members of the territory that the signature names. */
export interface MembersAsk {
  accounts: string[];
}

/** A member to whom steps of a welcome can be given. */
export interface ReachableMember {
  /** The account. */
  id: string;
  /** Never empty: the address where there is no name. */
  name: string;
  email: string;
  role: 'AGENT' | 'ADMINISTRATOR' | 'CONTRIBUTOR';
}

/** Whoever was asked about and is missing here has no such right in the territory (any more). */
export interface MembersAnswer {
  members: ReachableMember[];
}
