import { CURRENT_TERRITORY, hasRole } from '@ancrage/subgraph/policies';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

const WRITE = `territory_id = ${CURRENT_TERRITORY} and ${hasRole('OPERATOR')}`;

/** A host name that serves a territory. Which territory answers where is public by nature. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    { name: 'public_read', command: 'select', using: 'true' },
    { name: 'operator_insert', command: 'insert', check: WRITE },
    { name: 'operator_update', command: 'update', using: WRITE, check: WRITE },
    { name: 'operator_delete', command: 'delete', using: WRITE },
  ],
})
export class TerritoryHost {
  @PrimaryKey({ type: 'text', comment: 'lower case, without a port' })
  host!: string;

  @Property({ type: 'uuid', index: true })
  territoryId!: string;
}
