import { announceChange } from '@ancrage/subgraph/changes';
import { CURRENT_TERRITORY, figuresPolicy, hasRole } from '@ancrage/subgraph/policies';
import { ArrayType } from '@mikro-orm/core';
import { Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Basemap } from './basemap.js';
import type { MailSender } from './mail-sender.js';
import { Theme } from './theme.js';

export enum TerritoryStatus {
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  DELETING = 'DELETING',
}

/** Why and since when a territory answers nobody but operators. */
export interface Suspension {
  /** What its members are told. */
  reason: string;
  since: string;
}

registerEnumType(TerritoryStatus, {
  name: 'TerritoryStatus',
  description:
    'A suspended territory answers nobody but operators. One that is DELETING is being taken away, service after service.',
});

/** Words of a territory in one language. */
export interface TerritoryTexts {
  tagline: string;
  presentation: string;
}

const OWN = `id = ${CURRENT_TERRITORY}`;

@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [
    // Who the territories are is public; the settings that are not live in tables of their own.
    { name: 'public_read', command: 'select', using: 'true' },
    { name: 'operator_insert', command: 'insert', check: `${OWN} and ${hasRole('OPERATOR')}` },
    {
      name: 'administrator_update',
      command: 'update',
      using: `${OWN} and ${hasRole('ADMINISTRATOR', 'OPERATOR')}`,
      check: `${OWN}`,
    },
    { name: 'operator_delete', command: 'delete', using: `${OWN} and ${hasRole('OPERATOR')}` },
    figuresPolicy('territory'),
  ],
})
@ObjectType({
  description: 'A territory that welcomes newcomers: the tenant of the platform.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class Territory {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'text' })
  @Unique()
  @Field(() => String, { description: 'Short name in addresses and in the header x-territory.' })
  slug!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  name!: string;

  @Enum({ items: () => TerritoryStatus, nativeEnumName: 'territory_status', default: TerritoryStatus.ACTIVE })
  @Field(() => TerritoryStatus)
  status: TerritoryStatus = TerritoryStatus.ACTIVE;

  @Property({ type: 'text' })
  @Index()
  regionCode!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Inhabitants: sum of the municipal populations of its communes.' })
  population!: number;

  @Property({ type: 'integer' })
  @Field(() => Int)
  communeCount!: number;

  @Property({ type: ArrayType, columnType: 'double precision[]' })
  @Field(() => [Float], { description: 'West, south, east, north in degrees (WGS 84).' })
  bounds!: number[];

  @Property({ type: 'jsonb' })
  @Field(() => Theme)
  theme!: Theme;

  @Property({ type: 'text[]' })
  @Field(() => [String], { description: 'Languages of its public site (BCP 47).' })
  locales!: string[];

  @Property({ type: 'text' })
  @Field(() => String)
  defaultLocale!: string;

  @Property({ type: 'jsonb', comment: 'by language' })
  texts!: Record<string, TerritoryTexts>;

  @Property({
    type: 'text',
    default: 'PLAN_IGN',
    comment: 'PLAN_IGN, QUIET or CUSTOM: what lies under its maps',
  })
  @Field(() => Basemap)
  basemap: string = Basemap.PLAN_IGN;

  @Property({ type: 'text', nullable: true, comment: 'address of a MapLibre style, for CUSTOM' })
  @Field(() => String, {
    nullable: true,
    description: 'Address of a MapLibre style (https, public), when the basemap is CUSTOM.',
  })
  basemapStyle?: string | null;

  @Property({ type: 'integer', default: 12, comment: 'how many months a verified fact holds' })
  verificationMonths: number = 12;

  @Property({ type: 'jsonb', default: '{}', comment: 'figures under which a class or a crèche is at risk' })
  vitalityThresholds: Record<string, number> = {};

  @Property({ type: 'jsonb', default: '{}', comment: 'as what it writes e-mails: name, replyTo, from' })
  mailSender: Partial<MailSender> = {};

  @Property({ type: 'jsonb', nullable: true, comment: 'reason and since, while it is not ACTIVE' })
  suspension?: Suspension | null;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}
