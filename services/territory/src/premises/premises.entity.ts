import { announceChange } from '@ancrage/subgraph/changes';
import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { ContactConsent } from './contact-consent.js';
import { PremisesKind, PremisesStatus, Tenure } from './premises-kind.js';

/** A place that the territory offers to a newcomer, to work or to live in. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: tenantPolicies({
    read: `status = 'PUBLISHED' and expires_on >= current_date or ${hasRole(...STAFF)}`,
  }),
})
@Check({ name: 'premises_title_check', expression: 'length(title) between 1 and 120' })
@Check({ name: 'premises_description_check', expression: 'length(description) <= 4000' })
@Check({ name: 'premises_surface_check', expression: 'surface between 1 and 10000000' })
@Check({ name: 'premises_price_check', expression: 'price_euros between 0 and 100000000' })
@Check({
  name: 'premises_contact_check',
  expression: `contact_consent_at is not null or (contact_name is null and contact_email is null and contact_phone is null)`,
})
@Index({ properties: ['territoryId', 'communeCode'] })
export class Premises {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  communeCode!: string;

  @Enum({ items: () => PremisesKind, nativeEnumName: 'premises_kind' })
  kind!: PremisesKind;

  @Enum({ items: () => PremisesStatus, nativeEnumName: 'premises_status', default: PremisesStatus.DRAFT })
  status: PremisesStatus = PremisesStatus.DRAFT;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'text', default: '' })
  description: string = '';

  @Property({ type: 'text', nullable: true })
  address?: string;

  @Property({ type: 'integer', nullable: true, comment: 'square metres' })
  surface?: number;

  @Property({ type: 'integer', nullable: true, comment: 'workplaces, of shared premises' })
  places?: number;

  @Enum({ items: () => Tenure, nativeEnumName: 'tenure', nullable: true })
  tenure?: Tenure;

  @Property({ type: 'integer', nullable: true, comment: 'a month for rent, once for sale' })
  priceEuros?: number;

  @Property({ type: 'boolean', nullable: true, comment: 'whether fibre is connected; null: unknown' })
  fibre?: boolean;

  @Property({ type: 'date', nullable: true, comment: 'free from; null: not known yet' })
  availableFrom?: string;

  @Property({ type: 'date', comment: 'last day on which it shows, unless renewed' })
  expiresOn!: string;

  @Property({ type: 'text', nullable: true })
  contactName?: string;

  @Property({ type: 'text', nullable: true })
  contactEmail?: string;

  @Property({ type: 'text', nullable: true })
  contactPhone?: string;

  @Property({ type: 'text', nullable: true })
  website?: string;

  @Property({ type: 'timestamptz', nullable: true, comment: 'when the contact agreed to be shown' })
  contactConsentAt?: Date;

  @Property({ type: 'jsonb', nullable: true, comment: 'to what the contact agreed, and how' })
  contactConsent?: ContactConsent;

  @Property({ type: 'double', nullable: true })
  longitude?: number;

  @Property({ type: 'double', nullable: true })
  latitude?: number;

  @Property({ type: 'boolean', default: false })
  demonstration: boolean = false;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  updatedAt: Date = new Date();
}
