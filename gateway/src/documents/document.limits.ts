import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { Refusal } from '../refusals.js';

export type DocumentLimits = { depth: number; fields: number; aliases: number; rootFields: number };

/**
 * Refuses a free-form operation that asks too much. Fragments count as often as they are spread, since that is how
 * often they run. Counted before validation, whose own cost grows with the document.
 */
export function enforceLimits(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: DocumentLimits,
): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  let fields = 0;
  let aliases = 0;
  let rootFields = 0;

  const count = (selections: SelectionSetNode, depth: number, within: string[]): void => {
    if (depth > limits.depth) throw exceeded('depth', limits.depth);
    for (const selection of selections.selections) {
      // Fragments that spread each other twice would double the work at each level.
      if (++fields > limits.fields) throw exceeded('fields', limits.fields);
      if (selection.kind === Kind.FIELD) {
        if (depth === 1 && ++rootFields > limits.rootFields) throw exceeded('root fields', limits.rootFields);
        if (selection.alias && ++aliases > limits.aliases) throw exceeded('aliases', limits.aliases);
        if (selection.selectionSet) count(selection.selectionSet, depth + 1, within);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        count(selection.selectionSet, depth, within);
      } else {
        const name = selection.name.value;
        const fragment = fragments.get(name);
        if (within.includes(name)) throw new Refusal('INVALID', `fragment ${name} contains itself`);
        if (fragment) count(fragment.selectionSet, depth, [...within, name]);
      }
    }
  };
  count(operation.selectionSet, 1, []);
}

function exceeded(what: string, limit: number): Refusal {
  return new Refusal('DOCUMENT_LIMIT', `${what} ≤ ${limit}`);
}
