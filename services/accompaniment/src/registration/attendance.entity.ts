import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Check, Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/** Whether one person of a household came, as somebody on the spot marked it, perhaps on a phone without a network. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...WRITERS) }) })
// Sent again once the network is back, a mark is the same mark.
@Unique({ properties: ['territoryId', 'markKey'] })
@Check({ name: 'attendance_person_check', expression: 'person between 0 and 19' })
export class Attendance {
  @PrimaryKey({ type: 'uuid' })
  registrationId!: string;

  @PrimaryKey({ type: 'integer', comment: 'adults first, then children by year of birth' })
  person!: number;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'boolean' })
  attended!: boolean;

  @Property({ type: 'timestamptz', comment: 'by the clock of the phone: of two marks the later one holds' })
  markedAt!: Date;

  @Property({ type: 'text', comment: 'account of the member' })
  markedBy!: string;

  @Property({ type: 'uuid', comment: 'chosen by the phone' })
  markKey!: string;
}
