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
