import { announceChange } from '@ancrage/subgraph/changes';
import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { registerEnumType } from 'type-graphql';
import { FacilityFamily } from '../facility/facility-type.js';

export enum CampaignStatus {
  DRAFT = 'DRAFT',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}
registerEnumType(CampaignStatus, {
  name: 'VerificationCampaignStatus',
  description: 'Links of an open campaign alone are answered.',
});

/** Communes asked, together, to confirm or correct what is known of them. */
// Links are answered in public.
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: tenantPolicies({ read: hasRole(...STAFF) }),
})
@Check({ name: 'verification_campaign_name_check', expression: 'length(name) between 1 and 200' })
@Check({ name: 'verification_campaign_message_check', expression: 'length(message) <= 4000' })
@Index({ properties: ['territoryId', 'createdAt'] })
export class VerificationCampaign {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', default: '', comment: 'word to the communes, above the form' })
  message: string = '';

  @Enum({ items: () => FacilityFamily, nativeEnumName: 'facility_family', array: true })
  families!: FacilityFamily[];

  @Enum({
    items: () => CampaignStatus,
    nativeEnumName: 'verification_campaign_status',
    default: CampaignStatus.DRAFT,
  })
  status: CampaignStatus = CampaignStatus.DRAFT;

  @Property({ type: 'date', comment: 'last day on which links are answered' })
  dueOn!: string;

  @Property({ type: 'text' })
  createdBy!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}
