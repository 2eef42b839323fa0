import {
  type ASTVisitor,
  GraphQLError,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type ValidationContext,
} from 'graphql';

/**
 * Refuses aliases that would hide another field. The planner adds keys and required fields to what it asks of the
 * subgraphs, by their own names: where an alias has taken such a name, it mistakes one for the other, or aborts the
 * process (router-query-planner 0.0.38, `{ a { dims { w: h } score } }` with `score @requires(fields: "dims { w }")`).
 */
export function noMisleadingAlias(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const alias = node.alias?.value;
      const parent = context.getParentType();
      if (alias === undefined || alias === node.name.value || !parent) return;
      const types = isAbstractType(parent)
        ? [parent, ...context.getSchema().getPossibleTypes(parent)]
        : [parent];
      const hides = types.some(
        (type) => (isObjectType(type) || isInterfaceType(type)) && alias in type.getFields(),
      );
      if (hides || alias.startsWith('_')) {
        context.reportError(
          new GraphQLError(`The alias "${alias}" hides a field of ${parent.name}.`, { nodes: node }),
        );
      }
    },
  };
}
