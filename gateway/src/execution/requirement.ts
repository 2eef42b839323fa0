import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import type { GraphQLSchema } from 'graphql';
import { concreteTypes, type Data, isData } from './types.js';

/** A piece of what a subgraph must be told about an entity: a field, or fields for some types. */
export type Requirement =
  | { kind: 'field'; from: string; to: string; selections: Requirement[] | undefined }
  | { kind: 'types'; types: Set<string>; selections: Requirement[] };

export function compileRequirement(selection: RequiresSelection, schema: GraphQLSchema): Requirement {
  switch (selection.kind) {
    case 'Field': {
      const selections = selection.selections?.map((inner) => compileRequirement(inner, schema));
      return { kind: 'field', from: selection.name, to: selection.alias ?? selection.name, selections };
    }
    case 'InlineFragment':
      return {
        kind: 'types',
        types: new Set(concreteTypes(schema, selection.typeCondition)),
        selections: selection.selections.map((inner) => compileRequirement(inner, schema)),
      };
    default:
      throw new Error(`the planner requires what this gateway does not read: ${selection.kind}`);
  }
}

/** How a subgraph is to recognise an entity; null when the data does not have what that takes. */
export function represent(entity: Data, requirements: Requirement[]): Data | null {
  const representation: Data = {};
  gather(entity, requirements, representation);
  representation.__typename ??= entity.__typename;
  for (const key in representation) if (key !== '__typename') return representation;
  return null;
}

function gather(source: Data, requirements: Requirement[], into: Data): void {
  for (const requirement of requirements) {
    if (requirement.kind === 'types') {
      if (requirement.types.has(source.__typename as string)) gather(source, requirement.selections, into);
      continue;
    }
    const value = read(source[requirement.from], requirement.selections);
    if (value !== undefined && value !== null) into[requirement.to] = value;
  }
}

function read(value: unknown, selections: Requirement[] | undefined): unknown {
  if (!selections) return value;
  if (Array.isArray(value)) return value.map((item) => read(item, selections));
  if (!isData(value)) return value;
  const object: Data = {};
  gather(value, selections, object);
  return object;
}
