import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { householdPolicies } from '../household/own-household.js';

/** What a household and the team write to each other on the household's page. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies({ read: hasRole(...WRITERS) }),
    ...householdPolicies('prospect_id', 'select', 'insert', 'update'),
  ],
})
@Index({ properties: ['prospectId', 'sentAt'] })
@Check({ name: 'household_message_body_check', expression: 'length(body) between 1 and 4000' })
export class HouseholdMessage {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  prospectId!: string;

  @Property({ type: 'boolean' })
  fromHousehold!: boolean;

  @Property({ type: 'text', comment: 'name of who wrote it' })
  author!: string;

  @Property({ type: 'text' })
  body!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  sentAt: Date = new Date();

  @Property({ type: 'timestamptz', nullable: true })
  readAt?: Date;
}
