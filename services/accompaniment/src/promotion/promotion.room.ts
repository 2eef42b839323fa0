import type { Room } from '../room.js';
import { AudienceResolver } from './audience.resolver.js';
import { CampaignResolver } from './campaign.resolver.js';
import { CaptureResolver } from './capture.resolver.js';
import { FairResolver } from './fair.resolver.js';
import { FairRecordResolver } from './fair-record.resolver.js';
import { PressDocumentResolver } from './press-document.resolver.js';
import { PromotionCostsResolver } from './promotion-costs.resolver.js';
import { PromotionLinkResolver } from './promotion-link.resolver.js';

export const promotionRoom: Room = {
  resolvers: [
    ...[AudienceResolver, CampaignResolver, CaptureResolver, FairResolver, FairRecordResolver],
    ...[PressDocumentResolver, PromotionCostsResolver, PromotionLinkResolver],
  ],
  made: () => [],
};
