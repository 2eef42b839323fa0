import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

const policies = tenantPolicies({ read: hasRole(...WRITERS), writers: ['OPERATOR'] });

/** The last day on which a daily work was done in a territory: what keeps replicas from doing it again. */
@Entity({ rowLevelSecurity: 'force', policies })
export class DailyRun {
  @PrimaryKey({ type: 'uuid' })
  territoryId!: string;

  @PrimaryKey({ type: 'text' })
  name!: string;

  @Property({ type: 'date' })
  day!: string;
}

/** Who a territory is, as the gateway last said: for what is written to people when nobody asks. */
@Entity({ rowLevelSecurity: 'force', policies })
export class TerritoryCard {
  @PrimaryKey({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  slug!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', comment: 'address of its site, without a slash at its end' })
  site!: string;

  @Property({ type: 'jsonb', nullable: true, comment: 'colours of its letters: accent, paper, ink' })
  colours?: { accent: string; paper: string; ink: string };

  @Property({ type: 'jsonb', nullable: true, comment: 'as what it writes: name, replyTo, from' })
  sender?: { name: string | null; replyTo: string | null; from: string | null };

  @Property({
    type: 'timestamptz',
    nullable: true,
    comment: 'suspended since: nobody is written to, and terms stand still',
  })
  closedSince?: Date;
}
