import { CURRENT_TERRITORY, hasRole, STAFF } from '@ancrage/subgraph/policies';
import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { registerEnumType } from 'type-graphql';

export enum FactEventKind {
  VERIFIED = 'VERIFIED',
  CORRECTED = 'CORRECTED',
  REFUSED = 'REFUSED',
  DECIDED = 'DECIDED',
  DECISION_WITHDRAWN = 'DECISION_WITHDRAWN',
  EXPIRED = 'EXPIRED',
}
registerEnumType(FactEventKind, { name: 'FactEventKind', description: 'What people did to a fact.' });

const OWN = `territory_id = ${CURRENT_TERRITORY}`;

/** What people did to a fact, kept for ever: rows are added and never changed. Imports are in OfferStatement. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    { name: 'tenant_read', command: 'select', using: `${OWN} and ${hasRole(...STAFF)}` },
    {
      name: 'tenant_insert',
      command: 'insert',
      check: `${OWN} and ${hasRole('AGENT', 'ADMINISTRATOR', 'OPERATOR')}`,
    },
    // Goes with its territory, never before: the service itself may delete nothing.
    {
      name: 'operator_delete',
      command: 'delete',
      roles: ['ancrage_territory_owner'],
      // Set by erase_territory alone: what people decided goes with its whole territory, never by itself.
      using: `${OWN} and ${hasRole('OPERATOR')} and current_setting('app.erasing', true) = 'yes'`,
    },
  ],
})
@Index({ properties: ['territoryId', 'communeCode', 'typeCode', 'at'] })
export class FactEvent {
  @PrimaryKey({ type: 'bigint', autoincrement: true })
  id!: Opt<string>;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  communeCode!: string;

  @Property({ type: 'text' })
  typeCode!: string;

  @Enum({ items: () => FactEventKind, nativeEnumName: 'fact_event_kind' })
  kind!: FactEventKind;

  @Property({ type: 'integer', nullable: true })
  previousCount?: number;

  @Property({ type: 'integer', nullable: true })
  count?: number;

  @Property({ type: 'text', nullable: true })
  by?: string;

  @Property({ type: 'text', nullable: true })
  reason?: string;

  @Property({
    type: 'text',
    nullable: true,
    comment: 'the member who acted: for the territory alone to look up',
  })
  userId?: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  at: Date = new Date();
}
