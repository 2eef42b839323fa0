import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { householdPolicies } from '../household/own-household.js';

/** What a household says of a session it came to, once. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies({ read: hasRole(...WRITERS) }),
    ...householdPolicies('prospect_id', 'select', 'insert', 'update'),
  ],
})
@Check({ name: 'survey_answer_rating_check', expression: 'rating between 1 and 5' })
export class SurveyAnswer {
  @PrimaryKey({ type: 'uuid' })
  registrationId!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  @Index()
  sessionId!: string;

  @Property({ type: 'uuid' })
  prospectId!: string;

  @Property({ type: 'integer', comment: '1 to 5' })
  rating!: number;

  @Property({ type: 'text', comment: 'PROJECT, THINKING or NO' })
  outlook!: string;

  @Property({ type: 'text', nullable: true })
  liked?: string;

  @Property({ type: 'text', nullable: true })
  missed?: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  answeredAt: Date = new Date();
}
