import type { QueryPlan } from '@graphql-hive/router-query-planner';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { Operation } from '../documents/operation.js';
import { Refusal } from '../refusals.js';
import { compileSteps, type Steps } from './plan.steps.js';
import { ResultShape, type Switches } from './result.shape.js';

/** An operation may have many switches, but its callers use few of their combinations. */
const MAXIMUM_SHAPES = 64;

/** An operation made ready to run: all that does not depend on its variables is done once. */
export class PreparedOperation {
  readonly steps: Steps;
  private readonly definition: OperationDefinitionNode;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  /** Variables that `@skip` and `@include` look at: each combination of their values has a shape of its own. */
  private readonly switches: string[];
  private readonly shapes = new Map<string, ResultShape>();

  constructor(
    private readonly schema: GraphQLSchema,
    { document, name }: Operation,
    plan: QueryPlan,
  ) {
    this.steps = compileSteps(plan, schema);
    this.definition = getOperationAST(document, name) as OperationDefinitionNode;
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    }
    this.switches = switchesOf(document);
  }

  /** The client's variables, checked and with their defaults. Throws a `Refusal` when one does not fit its type. */
  variables(given: Record<string, unknown> | undefined): Record<string, unknown> {
    const { variableDefinitions = [] } = this.definition;
    if (variableDefinitions.length === 0) return {};
    const { coerced, errors } = getVariableValues(this.schema, variableDefinitions, given ?? {}, {
      maxErrors: 1,
    });
    if (coerced) return coerced;
    throw new Refusal('INVALID', errors?.[0]?.message);
  }

  /** The form of the answer for these variables. */
  shape(variables: Record<string, unknown>): ResultShape {
    const key = this.switches.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const known = this.shapes.get(key);
    if (known) return known;
    const switches: Switches = Object.fromEntries(this.switches.map((name) => [name, variables[name]]));
    const root = this.schema.getRootType(this.definition.operation) as GraphQLObjectType;
    const shape = new ResultShape(this.schema, this.fragments, switches, root, this.definition.selectionSet);
    if (this.shapes.size < MAXIMUM_SHAPES) this.shapes.set(key, shape);
    return shape;
  }
}

function switchesOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given }) {
      const condition = given?.[0]?.value;
      if (name.value !== 'skip' && name.value !== 'include') return;
      if (condition?.kind === Kind.VARIABLE) names.add(condition.name.value);
    },
  });
  return [...names];
}
