import { announceChange } from '@ancrage/subgraph/changes';
import { tenantPolicies } from '@ancrage/subgraph/policies';
import type { Opt } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { sponsorPolicies } from './own-sponsor.js';

/**
 * A sponsor as the site shows them: there is such a row while a consent of its own holds, and what is not in it does not
 * show.
 */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [...tenantPolicies(), ...sponsorPolicies('sponsor_id', 'select')],
})
export class SponsorPortrait {
  @PrimaryKey({ type: 'uuid' })
  sponsorId!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  activity?: string;

  @Property({ type: 'text', nullable: true, comment: 'INSEE code' })
  communeCode?: string;

  @Property({ type: 'text', comment: 'in their words' })
  sentence!: string;

  @Property({ type: 'text', comment: 'the exact wording they agreed to' })
  consentWording!: string;

  @Property({ type: 'text' })
  consentVersion!: string;

  @Property({ type: 'text', comment: 'SITE, PHONE or PAPER' })
  consentChannel!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  consentedAt: Opt<Date> = new Date();

  @Property({ type: 'boolean', default: false })
  demonstration: Opt<boolean> = false;
}
