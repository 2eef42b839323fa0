/** What a household asks for besides its seats, in one session. Kept as JSON. */
export interface HouseholdNeeds {
  /** Wants to sleep there. */
  lodging?: boolean;
  /** What they do not eat, in words. */
  diet?: string;
  /** Years of birth of the children to be minded. */
  childcare?: number[];
  carSharing?: 'OFFERS' | 'SEEKS';
  /** Where from, for sharing a car. */
  leavingFrom?: string;
  remarks?: string;
}
