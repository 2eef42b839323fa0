import { CURRENT_TERRITORY, hasRole, STAFF } from '@ancrage/subgraph/policies';
import { Check, Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

const TENANT = `territory_id = ${CURRENT_TERRITORY} and ${hasRole('OPERATOR')}`;
const OWN = `territory_id = ${CURRENT_TERRITORY} and user_id = current_setting('app.user_id', true) and ${hasRole(...STAFF)}`;

/** How one member likes to see a list of the workspace: its address, under a name. No other member sees it. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    { name: 'own', command: 'all', using: OWN, check: OWN },
    // A territory is copied and taken away whole.
    { name: 'operator_read', command: 'select', using: TENANT },
    // A list may have been searched for somebody who is to be forgotten.
    { name: 'operator_redact', command: 'update', using: TENANT, check: TENANT },
    { name: 'operator_delete', command: 'delete', roles: ['ancrage_territory_owner'], using: TENANT },
  ],
})
@Check({ name: 'saved_view_name_check', expression: 'length(name) between 1 and 80' })
@Check({ name: 'saved_view_search_check', expression: 'length(search) <= 2000' })
@Unique({ properties: ['territoryId', 'userId', 'list', 'name'] })
export class SavedView {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  userId!: string;

  @Property({ type: 'text', comment: 'path of the list in the workspace' })
  list!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', comment: 'query string that shows it' })
  search!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}
