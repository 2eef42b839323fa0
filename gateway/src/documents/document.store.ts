import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  parse,
  type SelectionSetNode,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { Refusal } from '../refusals.js';
import { noMisleadingAlias } from './alias.rule.js';
import { type DocumentLimits, enforceLimits } from './document.limits.js';
import { readsAcrossTerritories } from './document.scope.js';
import type { Operation } from './operation.js';

/** Free-form documents kept parsed and validated; a region's tools send a handful, again and again. */
const REMEMBERED = 1_000;
const REMEMBERED_CHARACTERS = 2_000_000;

const RULES = [...specifiedRules, noMisleadingAlias];

/** Keeps every operation that may run, ready to run. */
export class DocumentStore {
  private readonly trusted = new Map<string, Operation>();
  private readonly free = new LRUCache<string, Operation>({
    max: REMEMBERED,
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (_operation, key) => key.length,
  });

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: DocumentLimits & { tokens: number },
  ) {}

  /**
   * Registers the documents of our own web by hash. They were reviewed with its code, so no limit applies.
   * @returns the problem of each document that does not fit the schema; it is left out
   */
  trust(documents: Record<string, string>): { hash: string; problem: string }[] {
    const problems: { hash: string; problem: string }[] = [];
    for (const [hash, text] of Object.entries(documents)) {
      try {
        this.trusted.set(hash, this.prepare(parse(text, { noLocation: true }), undefined, hash));
      } catch (error) {
        problems.push({ hash, problem: error instanceof Error ? error.message : String(error) });
      }
    }
    return problems;
  }

  /** The trusted operation of a hash, if there is one. */
  byHash(hash: string): Operation | undefined {
    return this.trusted.get(hash);
  }

  /** Reads a free-form operation. Throws a `Refusal` that says what is wrong with it. */
  byText(text: string, operationName: string | undefined): Operation {
    const key = `${operationName ?? ''}\n${text}`;
    const known = this.free.get(key);
    if (known) return known;
    const document = this.parse(text);
    const node = getOperationAST(document, operationName);
    if (node) enforceLimits(document, node, this.limits);
    const operation = {
      ...this.prepare(document, operationName, null),
      textDigest: createHash('sha256').update(key).digest('base64url'),
    };
    this.free.set(key, operation);
    return operation;
  }

  private parse(text: string): DocumentNode {
    try {
      return parse(text, { maxTokens: this.limits.tokens });
    } catch (error) {
      const message = error instanceof GraphQLError ? error.message : 'unreadable';
      if (message.includes('tokens')) throw new Refusal('DOCUMENT_LIMIT', `tokens ≤ ${this.limits.tokens}`);
      throw new Refusal('INVALID', message);
    }
  }

  private prepare(document: DocumentNode, operationName: string | undefined, hash: string | null): Operation {
    const node = getOperationAST(document, operationName);
    if (!node) throw new Refusal('INVALID', 'name one operation of the document by operationName');
    const [problem] = validate(this.schema, document, RULES, { maxErrors: 1 });
    if (problem) throw new Refusal('INVALID', problem.message);
    const roots = rootFields(document, node.selectionSet);
    const introspection = roots.every((name) => name.startsWith('__'));
    // The schema is answered here and data by the subgraphs: no plan has both.
    if (!introspection && roots.some((name) => name === '__schema' || name === '__type')) {
      throw new Refusal('INVALID', 'ask for __schema and __type in an operation of their own');
    }
    return {
      document,
      kind: node.operation,
      name: node.name?.value,
      trustedHash: hash,
      textDigest: null,
      crossTerritory: readsAcrossTerritories(this.schema, document),
      introspection,
    };
  }
}

/** The names of an operation's root fields, those in fragments included. */
function rootFields(document: DocumentNode, { selections }: SelectionSetNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value;
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(document, selection.selectionSet);
    const fragment = document.definitions.find(
      (definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(document, fragment.selectionSet) : [];
  });
}
