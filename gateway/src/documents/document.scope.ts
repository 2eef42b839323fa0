import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/** Fields whose value depends on territories other than the request's; of a region, all but what it is called. */
const ACROSS = new Set(['Query.territories', 'Query.territoryByHost']);
const OF_A_REGION_ALONE = new Set(['code', 'name', '__typename']);

/** True when a change in any territory may change the answer, so that its freshness hangs on all of them. */
export function readsAcrossTerritories(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let across = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const parent = types.getParentType()?.name;
        const field = node.name.value;
        across ||= ACROSS.has(`${parent}.${field}`) || (parent === 'Region' && !OF_A_REGION_ALONE.has(field));
      },
    }),
  );
  return across;
}
