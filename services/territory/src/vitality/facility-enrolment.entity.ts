import { announceChange } from '@ancrage/subgraph/changes';
import { tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** How many children a crèche or a school has in one year, and how many it could have. */
@Entity({ rowLevelSecurity: 'force', triggers: [announceChange], policies: tenantPolicies() })
@Check({ name: 'facility_enrolment_children_check', expression: 'children between 0 and 20000' })
@Check({ name: 'facility_enrolment_classes_check', expression: 'classes between 0 and 1000' })
@Check({ name: 'facility_enrolment_places_check', expression: 'places between 0 and 20000' })
@Index({ properties: ['territoryId', 'communeCode', 'year'] })
export class FacilityEnrolment {
  @PrimaryKey({ type: 'uuid' })
  territoryId!: string;

  @PrimaryKey({ type: 'uuid' })
  facilityId!: string;

  @PrimaryKey({ type: 'integer', comment: 'in which the school year begins' })
  year!: number;

  @Property({ type: 'text' })
  communeCode!: string;

  @Property({
    type: 'integer',
    nullable: true,
    comment: 'pupils, or children on the list of a crèche; null: unknown',
  })
  children?: number;

  @Property({ type: 'integer', nullable: true })
  classes?: number;

  @Property({ type: 'integer', nullable: true, comment: 'of a crèche' })
  places?: number;

  @Property({ type: 'text' })
  sourceId!: string;
}
