import { type GraphQLSchema, isAbstractType } from 'graphql';

/** An object of the data, as subgraphs answer it. */
export type Data = { [key: string]: unknown; __typename?: string };

/** The names of the object types that a type stands for: its own, or those of its members. */
export function concreteTypes(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  return isAbstractType(type) ? schema.getPossibleTypes(type).map((member) => member.name) : [name];
}

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
