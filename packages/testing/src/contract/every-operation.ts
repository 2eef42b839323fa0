import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { ROOT } from '../root.js';
import { readContract } from './contract.js';

export interface NamedQuery {
  name: string;
  text: string;
  /** The fields it asks of the root. */
  roots: string[];
  /** Names of the variables it takes, with whether each is required. */
  variables: { name: string; required: boolean }[];
}

/** What is public about every territory, so no secret of any. */
const CROSS_TERRITORY = new Set(['territories', 'territoryByHost', 'region']);

/** Every query that the web or third parties send about one territory. */
export function readTerritoryQueries(): NamedQuery[] {
  const trusted = JSON.parse(readFileSync(join(ROOT, 'gateway/trusted-documents.json'), 'utf8')) as Record<
    string,
    string
  >;
  const documents = [
    ...readContract().map(({ document }) => document),
    ...Object.values(trusted).map((text) => parse(text)),
  ];
  return documents.flatMap((document) => {
    const operation = document.definitions.find(
      (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
    );
    if (operation?.operation !== 'query') return [];
    const roots = operation.selectionSet.selections.map((node) =>
      node.kind === Kind.FIELD ? node.name.value : '',
    );
    if (roots.some((root) => CROSS_TERRITORY.has(root))) return [];
    const variables = (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => ({
      name: variable.name.value,
      required: type.kind === Kind.NON_NULL_TYPE && !defaultValue,
    }));
    const name = operation.name?.value ?? '';
    return [{ name, text: print(document), roots, variables }];
  });
}
