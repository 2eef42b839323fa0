import { announceChange } from '@ancrage/subgraph/changes';
import { tenantPolicies } from '@ancrage/subgraph/policies';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

// The addresses of tiles are asked for before anyone knows the territory: by host name, and in lists of territories.
const WRITTEN_BY_ITS_WRITERS = tenantPolicies().filter(({ command }) => command !== 'select');

/**
 * What the tiles of a territory show, as one word each: it changes when they do. Apart from the territory itself, whose
 * settings its agents may not write.
 */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [{ name: 'public_read', command: 'select', using: 'true' }, ...WRITTEN_BY_ITS_WRITERS],
})
export class TileVersion {
  @PrimaryKey({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text', comment: 'hexadecimal' })
  communes!: string;

  @Property({ type: 'text', comment: 'hexadecimal' })
  facilities!: string;
}
