import {
  buildASTSchema,
  type FieldDefinitionNode,
  type GraphQLSchema,
  parse,
  specifiedDirectives,
  type TypeDefinitionNode,
  visit,
} from 'graphql';

const BUILT_IN = new Set(specifiedDirectives.map(({ name }) => name));

/**
 * The schema that clients may ask. The planner writes down introspection too, its types and directives, which
 * graphql-js brings by itself and would not accept twice.
 */
export function clientSchema(sdl: string): GraphQLSchema {
  const dropIntrospection = (node: TypeDefinitionNode | FieldDefinitionNode): null | undefined =>
    node.name.value.startsWith('__') ? null : undefined;
  const document = visit(parse(sdl, { noLocation: true }), {
    ObjectTypeDefinition: dropIntrospection,
    EnumTypeDefinition: dropIntrospection,
    FieldDefinition: dropIntrospection,
    DirectiveDefinition: ({ name }) => (BUILT_IN.has(name.value) ? null : undefined),
  });
  return buildASTSchema(document);
}
