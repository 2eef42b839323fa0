import { registerEnumType } from 'type-graphql';

export enum SponsorshipStatus {
  PROPOSED = 'PROPOSED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  ACTIVE = 'ACTIVE',
  ENDED = 'ENDED',
}
registerEnumType(SponsorshipStatus, {
  name: 'SponsorshipStatus',
  description:
    'Proposed to both; accepted by one of them; declined by one; active since both accepted; ended with a word.',
});

/** Whose doing something is. */
export enum SponsorshipSide {
  SPONSOR = 'SPONSOR',
  HOUSEHOLD = 'HOUSEHOLD',
  TEAM = 'TEAM',
}
registerEnumType(SponsorshipSide, {
  name: 'SponsorshipSide',
  description: 'The sponsor, the household, or the team of the territory.',
});

export enum SponsorshipContactKind {
  CALL = 'CALL',
  MEETING = 'MEETING',
  MESSAGE = 'MESSAGE',
  OTHER = 'OTHER',
}
registerEnumType(SponsorshipContactKind, {
  name: 'SponsorshipContactKind',
  description: 'How a sponsor and a household were in touch.',
});

export enum SponsorState {
  AVAILABLE = 'AVAILABLE',
  FULL = 'FULL',
  PAUSED = 'PAUSED',
  LEFT = 'LEFT',
}
registerEnumType(SponsorState, {
  name: 'SponsorState',
  description:
    'Whether a sponsor can be proposed: a place is free; all are taken; takes nobody before a day; is no longer a sponsor.',
});

/** SQL list of the states in which a sponsorship holds a place of its sponsor. */
export const OPEN = `('PROPOSED', 'ACCEPTED', 'ACTIVE')`;
/** SQL: the day as clocks in Paris have it. */
export const TODAY = `(now() at time zone 'Europe/Paris')::date`;
