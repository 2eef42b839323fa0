import type { Room } from '../room.js';
import { OwnSponsorshipResolver } from './own-sponsorship.resolver.js';
import { PublicSponsorResolver } from './public-sponsor.resolver.js';
import { SoloSponsorshipsResolver } from './solo-sponsorships.resolver.js';
import { SponsorResolver } from './sponsor.resolver.js';
import { SponsorDataResolver } from './sponsor-data.resolver.js';
import { SponsorLeaveResolver } from './sponsor-leave.resolver.js';
import { SponsorPageResolver } from './sponsor-page.resolver.js';
import { SponsorshipResolver } from './sponsorship.resolver.js';
import { HouseholdToSponsorResolver, SponsorshipRecordResolver } from './sponsorship-records.resolver.js';

export const sponsorshipRoom: Room = {
  resolvers: [
    SponsorResolver,
    SponsorLeaveResolver,
    SponsorDataResolver,
    SponsorPageResolver,
    SponsorshipResolver,
    SponsorshipRecordResolver,
    HouseholdToSponsorResolver,
    OwnSponsorshipResolver,
    PublicSponsorResolver,
    SoloSponsorshipsResolver,
  ],
  made: ({ links, askNeighbour }) => [
    new SponsorResolver(askNeighbour),
    new SponsorLeaveResolver(links),
    new SponsorDataResolver(links),
    new SponsorPageResolver(links),
    new SponsorshipResolver(links, askNeighbour),
    new OwnSponsorshipResolver(links),
  ],
};
