import type { SubgraphContext } from '@ancrage/subgraph';
import type { ReferenceResolver } from '@ancrage/subgraph/schema';
import { loadCommune } from './commune/commune.queries.js';
import { FACILITY_COLUMNS, toFacility } from './facility/facility.queries.js';
import { loadRegion } from './region/region.queries.js';
import { loadTerritory } from './territory/territory.queries.js';

type Reference<Key extends string> = ReferenceResolver<Record<Key, string>, SubgraphContext>;

/** How this subgraph's entities are found from the key that another one knows. */
export const REFERENCES: {
  Territory: Reference<'id'>;
  Region: Reference<'code'>;
  Commune: Reference<'code'>;
  Facility: Reference<'id'>;
} = {
  Territory: ({ id }, context) => loadTerritory(context, id),
  Region: ({ code }, context) => loadRegion(context, code),
  Commune: ({ code }, context) => loadCommune(context, code),
  Facility: async ({ id }, context) => {
    const [row] = await context.read<Parameters<typeof toFacility>[0]>({
      text: `select ${FACILITY_COLUMNS} from facility f where f.id = $1`,
      values: [id],
    });
    return row ? toFacility(row) : null;
  },
};
