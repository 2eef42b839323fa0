import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { ROOT } from '../root.js';

/** An operation that third parties may send, as `contract/` words it. */
export interface ContractOperation {
  name: string;
  document: DocumentNode;
  text: string;
}

const FOLDER = join(ROOT, 'packages/testing/contract');

export function readContract(): ContractOperation[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      const document = parse(text);
      const operation = document.definitions.find(
        (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
      );
      return { name: operation?.name?.value ?? file, document, text };
    });
}

/** The schema that clients see, from the committed supergraph. */
export function readPublicSchema(): GraphQLSchema {
  const supergraph = parse(readFileSync(join(ROOT, 'gateway/supergraph.graphql'), 'utf8'));
  return buildASTSchema(transformSupergraphToPublicSchema(supergraph));
}
