import { CURRENT_TERRITORY, hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { CorrectionOrigin, CorrectionStatus } from './correction-status.js';

/** The rows that a commune sent by its link, while nobody has decided; the scope of a link names its invitation. */
const OWN_ANSWER = `territory_id = ${CURRENT_TERRITORY} and status = 'PENDING' and origin = 'CAMPAIGN' and 'invitation:' || invitation_id::text = current_setting('app.user_id', true)`;

const staff = tenantPolicies({ read: hasRole(...STAFF) });

/**
 * What somebody says of a fact: that it is right, or what it should be. It changes nothing before an agent accepts it.
 * Anybody may send one; nobody outside the territory reads them.
 */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    ...staff.filter(({ name }) => name !== 'tenant_insert'),
    {
      name: 'anyone_insert',
      command: 'insert',
      check: `territory_id = ${CURRENT_TERRITORY} and status = 'PENDING' and decided_at is null and (origin = 'PUBLIC' or ${hasRole('CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR')})`,
    },
    { name: 'answer_update', command: 'update', using: OWN_ANSWER, check: OWN_ANSWER },
    { name: 'answer_delete', command: 'delete', using: OWN_ANSWER },
    {
      // Through reported_types(), which gives types alone.
      name: 'figures_read',
      command: 'select',
      roles: ['ancrage_territory_figures'],
      using: `territory_id = ${CURRENT_TERRITORY}`,
    },
  ],
})
@Check({ name: 'correction_count_check', expression: 'proposed_count between 0 and 1000' })
@Check({ name: 'correction_note_check', expression: 'length(note) <= 2000' })
@Check({
  name: 'correction_decided_check',
  expression: `(status = 'PENDING') = (decided_at is null) and (status <> 'REFUSED' or reason is not null)`,
})
@Index({ properties: ['territoryId', 'status', 'createdAt'] })
@Index({ properties: ['territoryId', 'communeCode', 'typeCode'] })
export class Correction {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  communeCode!: string;

  @Property({ type: 'text', nullable: true, comment: 'null: about the sheet as a whole' })
  typeCode?: string;

  @Enum({ items: () => CorrectionOrigin, nativeEnumName: 'correction_origin' })
  origin!: CorrectionOrigin;

  @Property({ type: 'integer', nullable: true, comment: 'what was known when it was sent; null: unknown' })
  knownCount?: number;

  @Property({ type: 'integer', nullable: true, comment: 'how many there are; null: a remark alone' })
  proposedCount?: number;

  @Property({ type: 'text[]', default: [], comment: 'names of what is there' })
  proposedNames: string[] = [];

  @Property({ type: 'text', default: '' })
  note: string = '';

  @Property({
    type: 'text',
    nullable: true,
    comment: 'the body that answers: a town hall; null for visitors',
  })
  sentBy?: string;

  @Property({ type: 'uuid', nullable: true })
  invitationId?: string;

  @Enum({
    items: () => CorrectionStatus,
    nativeEnumName: 'correction_status',
    default: CorrectionStatus.PENDING,
  })
  status: CorrectionStatus = CorrectionStatus.PENDING;

  @Property({ type: 'text', nullable: true })
  reason?: string;

  @Property({ type: 'text', nullable: true })
  decidedBy?: string;

  @Property({ type: 'timestamptz', nullable: true })
  decidedAt?: Date;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}
