import { CURRENT_TERRITORY, hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { ownPolicies } from '@ancrage/subgraph/self-service';
import type { Opt } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

const OWN = `territory_id = ${CURRENT_TERRITORY} and ${hasRole(...STAFF)} and member_id = current_setting('app.user_id', true)`;

/** How a member follows the steps given to them: by letter in the morning, and in their own calendar. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    // A feed's id opens somebody's steps: colleagues have no business with it.
    ...tenantPolicies({ read: hasRole('OPERATOR'), writers: ['OPERATOR'] }),
    { name: 'member_select', command: 'select', using: OWN },
    { name: 'member_insert', command: 'insert', check: OWN },
    { name: 'member_update', command: 'update', using: OWN, check: OWN },
    ...ownPolicies('feed', 'feed_id', 'select'),
  ],
})
@Unique({ properties: ['territoryId', 'memberId'] })
export class MemberFollowing {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text', comment: 'account' })
  memberId!: string;

  @Property({ type: 'boolean', default: true, comment: 'whether they are written to in the morning' })
  letters: Opt<boolean> = true;

  @Property({ type: 'text', default: 'fr', comment: 'language of these letters and of the calendar' })
  locale: Opt<string> = 'fr';

  @Property({
    type: 'uuid',
    nullable: true,
    unique: true,
    comment: 'what the address of the calendar stands for; another one ends it',
  })
  feedId?: string;
}
