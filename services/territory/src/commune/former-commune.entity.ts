import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * A code that is no commune's any more, and the commune of today that took it over; from INSEE's movements, besides those
 * that the platform ships.
 */
@Entity()
export class FormerCommune {
  @PrimaryKey({ type: 'text' })
  code!: string;

  @Property({ type: 'text' })
  currentCode!: string;

  @Property({ type: 'date', comment: 'day of the last movement that led there' })
  since!: string;

  @Property({ type: 'text' })
  sourceId!: string;
}
