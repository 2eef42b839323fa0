import type {
  BatchFetchNode,
  EntityBatchAlias,
  FetchNode,
  FlattenNode,
  FlattenNodePathSegment,
  PlanNode,
  QueryPlan,
} from '@graphql-hive/router-query-planner';
import { type GraphQLSchema, Kind, parse } from 'graphql';
import { compileRequirement, type Requirement } from './requirement.js';
import { compileRewrite, type Rewrite } from './rewrite.js';
import { concreteTypes } from './types.js';

/** Where in the data entities are: a field, the items of a list, or objects of some types only. */
export type PathSegment = { field: string } | { types: Set<string> } | { items: true };

type Request = {
  subgraph: string;
  /** The JSON body up to the variables, the same each time. */
  head: string;
  /** The client's variables that it takes. */
  variables: string[];
  /** Asking twice is the same as asking once. */
  repeatable: boolean;
};

/** Asks a subgraph for root fields. */
export type FetchStep = Request & {
  kind: 'fetch';
  /** Response keys of the root fields, which a failure costs. */
  roots: string[];
  rewrites: Rewrite[];
};

/** Asks a subgraph for more about entities that are in the data already. */
export type EntitiesStep = Request & { kind: 'entities'; groups: EntityGroup[] };

/** Entities that are asked the same and found at the same paths. */
export type EntityGroup = {
  /** Response key under which the subgraph answers. */
  answer: string;
  /** Variable that carries the representations; groups may share one. */
  variable: string;
  paths: PathSegment[][];
  requirements: Requirement[];
  before: Rewrite[];
  after: Rewrite[];
};

export type Step =
  | FetchStep
  | EntitiesStep
  | { kind: 'sequence'; steps: Step[] }
  | { kind: 'parallel'; steps: Step[] }
  | { kind: 'condition'; variable: string; met: Step | undefined; unmet: Step | undefined };

/** A plan made ready to run many times. */
export type Steps = { subscription: FetchStep | undefined; step: Step | undefined };

/** Prepares a plan. Throws on a kind of node that this gateway does not run, such as `@defer`. */
export function compileSteps(plan: QueryPlan, schema: GraphQLSchema): Steps {
  const { node } = plan;
  if (!node) return { subscription: undefined, step: undefined };
  const [first, ...rest] = node.kind === 'Sequence' ? node.nodes : [node];
  if (first?.kind !== 'Subscription') return { subscription: undefined, step: compile(node, schema) };
  return {
    subscription: fetchStep(first.primary),
    step: { kind: 'sequence', steps: rest.map((next) => compile(next, schema)) },
  };
}

function compile(node: PlanNode, schema: GraphQLSchema): Step {
  switch (node.kind) {
    case 'Fetch':
      return fetchStep(node);
    case 'Flatten':
      return entitiesStep(node, schema);
    case 'BatchFetch':
      return batchStep(node, schema);
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map((next) => compile(next, schema)) };
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map((next) => compile(next, schema)) };
    case 'Condition': {
      const { condition, ifClause, elseClause } = node;
      const met = ifClause ? compile(ifClause, schema) : undefined;
      const unmet = elseClause ? compile(elseClause, schema) : undefined;
      return { kind: 'condition', variable: condition, met, unmet };
    }
    default:
      throw new Error(`the planner asks for what this gateway does not do: ${node.kind}`);
  }
}

function request(node: FetchNode | BatchFetchNode): Request {
  return {
    subgraph: node.serviceName,
    head: `{"query":${JSON.stringify(node.operation)}`,
    variables: node.variableUsages ?? [],
    repeatable: node.operationKind !== 'mutation',
  };
}

function fetchStep(node: FetchNode): FetchStep {
  if (node.requires?.length) throw new Error('the planner asks for entities without saying where they are');
  const [definition] = parse(node.operation, { noLocation: true }).definitions;
  const selections = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
  return {
    kind: 'fetch',
    ...request(node),
    roots: selections.flatMap((root) => (root.kind === Kind.FIELD ? (root.alias ?? root.name).value : [])),
    rewrites: (node.outputRewrites ?? []).map(compileRewrite),
  };
}

function entitiesStep({ node, path }: FlattenNode, schema: GraphQLSchema): EntitiesStep {
  if (node.kind !== 'Fetch') throw new Error(`the planner asks for a ${node.kind} at a path`);
  const { requires = [], inputRewrites, outputRewrites } = node;
  const alias = { alias: '_entities', representationsVariableName: 'representations', paths: [path] };
  return {
    kind: 'entities',
    ...request(node),
    groups: [entityGroup({ ...alias, requires, inputRewrites, outputRewrites }, schema)],
  };
}

function batchStep(node: BatchFetchNode, schema: GraphQLSchema): EntitiesStep {
  const groups = node.entityBatch.aliases.map((alias) => entityGroup(alias, schema));
  return { kind: 'entities', ...request(node), groups };
}

function entityGroup(alias: EntityBatchAlias, schema: GraphQLSchema): EntityGroup {
  return {
    answer: alias.alias,
    variable: alias.representationsVariableName,
    paths: alias.paths.map((path) => path.map((segment) => pathSegment(segment, schema))),
    requirements: alias.requires.map((selection) => compileRequirement(selection, schema)),
    before: (alias.inputRewrites ?? []).map(compileRewrite),
    after: (alias.outputRewrites ?? []).map(compileRewrite),
  };
}

function pathSegment(segment: FlattenNodePathSegment, schema: GraphQLSchema): PathSegment {
  if (segment === '@') return { items: true };
  if ('Field' in segment) return { field: segment.Field };
  return { types: new Set(segment.TypeCondition.flatMap((name) => concreteTypes(schema, name))) };
}
