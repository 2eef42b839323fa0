import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Reference data of every commune of France, as the Code officiel géographique lists it; read-only for tenants. */
@Entity()
export class CommuneReference {
  @PrimaryKey({ type: 'text', comment: 'INSEE code, text: Ariège starts with 09, Corse with 2A or 2B' })
  code!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', comment: 'name in lower case without accents, for order and search' })
  nameKey!: string;

  @Property({ type: 'text' })
  slug!: string;

  @Property({ type: 'text' })
  departmentCode!: string;

  @Property({ type: 'text' })
  @Index()
  regionCode!: string;

  @Property({ type: 'text', nullable: true })
  @Index()
  intercommunalitySiren?: string;

  @Property({
    type: 'integer',
    nullable: true,
    comment: 'municipal population; null where INSEE publishes none',
  })
  population?: number;

  @Property({ type: 'text[]' })
  postalCodes!: string[];

  @Property({ type: 'double', nullable: true })
  longitude?: number;

  @Property({ type: 'double', nullable: true })
  latitude?: number;
}
