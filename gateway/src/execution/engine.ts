import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { type ExecutionResult, execute, GraphQLError, type GraphQLSchema, print } from 'graphql';
import type { Operation } from '../documents/operation.js';
import type { RequestContext } from '../request/request.context.js';
import { PushIterator } from '../upstream/push.iterator.js';
import type { SubgraphCaller } from '../upstream/subgraph.caller.js';
import { clientSchema } from './client.schema.js';
import { PlanRun } from './plan.run.js';
import type { FetchStep } from './plan.steps.js';
import { PreparedOperation } from './prepared.operation.js';

export type Variables = Record<string, unknown> | undefined;
export type Execution = ExecutionResult | AsyncIterableIterator<ExecutionResult>;

/** Runs operations over the subgraphs, by the plans of Hive's query planner. */
export class Engine {
  /** What clients may ask: the supergraph without its federation machinery. */
  readonly schema: GraphQLSchema;
  private readonly planner: QueryPlanner;
  private readonly prepared = new WeakMap<Operation, Promise<PreparedOperation>>();

  /** @param supergraph the composed SDL; its URLs are placeholders, `subgraphs` knows where the services are */
  constructor(
    supergraph: string,
    private readonly subgraphs: ReadonlyMap<string, SubgraphCaller>,
  ) {
    this.planner = new QueryPlanner(supergraph);
    this.schema = clientSchema(this.planner.consumerSchema);
  }

  /**
   * Runs an operation; a subscription gives one result per event. Throws a `Refusal` when the variables do not fit
   * their types. A subgraph that fails is not thrown: it costs its own fields.
   */
  async execute(operation: Operation, variables: Variables, context: RequestContext): Promise<Execution> {
    if (operation.introspection) return execute({ schema: this.schema, document: operation.document });
    const prepared = await this.prepare(operation);
    const options = { subgraphs: this.subgraphs, variables: prepared.variables(variables), context };
    const { subscription } = prepared.steps;
    if (!subscription) return complete(prepared, new PlanRun(options));
    return this.subscribe(prepared, subscription, options);
  }

  private async subscribe(
    prepared: PreparedOperation,
    step: FetchStep,
    options: ConstructorParameters<typeof PlanRun>[0],
  ): Promise<Execution> {
    const subgraph = this.subgraphs.get(step.subgraph);
    if (!subgraph) throw new Error(`no address is known for the subgraph ${step.subgraph}`);
    const answer = await subgraph.subscribe(new PlanRun(options).bodyOf(step), options.context);
    // Each event is completed by a run of its own: what failed for one has no part in the next.
    const completeEvent = (event: ExecutionResult) => {
      const run = new PlanRun(options);
      run.receive(step, event);
      return complete(prepared, run);
    };
    if (!(answer instanceof PushIterator)) return completeEvent(answer);
    const results: AsyncIterableIterator<ExecutionResult> = {
      next: async () => {
        const { value, done } = await answer.next();
        return done ? { value, done } : { value: await completeEvent(value), done: false };
      },
      return: () => answer.return(),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
    return results;
  }

  private prepare(operation: Operation): Promise<PreparedOperation> {
    let prepared = this.prepared.get(operation);
    if (!prepared) {
      // No field of ours moves between subgraphs by labels or percentages, hence the empty set and the zero.
      prepared = this.planner
        .planAsync(print(operation.document), operation.name, new Set(), 0)
        .then((plan) => new PreparedOperation(this.schema, operation, plan));
      this.prepared.set(operation, prepared);
    }
    return prepared;
  }
}

async function complete(prepared: PreparedOperation, run: PlanRun): Promise<ExecutionResult> {
  if (prepared.steps.step) await run.run(prepared.steps.step);
  const data = prepared.shape(run.variables).fill(run.data);
  if (data === null && run.errors.length === 0) {
    run.errors.push(new GraphQLError('a subgraph answered null where its schema allows none'));
  }
  return run.errors.length > 0 ? { errors: run.errors, data } : { data };
}
