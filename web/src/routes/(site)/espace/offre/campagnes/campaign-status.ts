import type { VerificationCampaignStatus } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

const words: Record<VerificationCampaignStatus, () => string> = {
  DRAFT: m.campaign_draft,
  OPEN: m.campaign_open,
  CLOSED: m.campaign_closed,
};
export const statusWord = (status: VerificationCampaignStatus): string => words[status]();
