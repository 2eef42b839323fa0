import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { householdPolicies } from '../household/own-household.js';
import { acquaintedPolicy } from '../sponsorship/own-sponsor.js';

/** How to reach a household. It goes when the household is forgotten; what counts stays on the prospect. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies({ read: hasRole(...WRITERS) }),
    ...householdPolicies('prospect_id', 'select', 'update'),
    acquaintedPolicy('sponsor', 'prospect_contact.prospect_id'),
  ],
})
@Index({ properties: ['territoryId', 'emailKey'] })
@Index({ properties: ['territoryId', 'phoneKey'] })
export class ProspectContact {
  @PrimaryKey({ type: 'uuid' })
  prospectId!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text', comment: 'who speaks for the household' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  email?: string;

  @Property({ type: 'text', nullable: true, comment: 'the address as it is compared' })
  emailKey?: string;

  @Property({ type: 'text', nullable: true })
  phone?: string;

  @Property({ type: 'text', nullable: true, comment: 'E.164' })
  phoneKey?: string;

  @Property({ type: 'text', nullable: true, comment: 'where they live now, in words' })
  livesIn?: string;

  @Property({ type: 'text', default: 'fr', comment: 'language in which they are written to: fr or en' })
  locale: string = 'fr';

  @Property({ type: 'text', nullable: true, comment: 'when they like to be called, in their words' })
  callWhen?: string;

  @Property({ type: 'timestamptz', nullable: true, comment: 'since when letters to their address come back' })
  bouncedAt?: Date;
}
