import { type ExecutionResult, GraphQLError } from 'graphql';
import type { RequestContext } from '../request/request.context.js';
import type { SubgraphCaller } from '../upstream/subgraph.caller.js';
import { EntityBatch } from './entity.batch.js';
import { merge } from './merge.js';
import type { EntitiesStep, FetchStep, Step } from './plan.steps.js';
import { applyRewrite } from './rewrite.js';
import type { Data } from './types.js';

/** What an operation needs besides its plan. */
export type RunOptions = {
  subgraphs: ReadonlyMap<string, SubgraphCaller>;
  variables: Record<string, unknown>;
  context: RequestContext;
};

type Path = readonly (string | number)[];

/** One run of a plan: gathers data from the subgraphs, and the errors of those that failed. */
export class PlanRun {
  readonly errors: GraphQLError[] = [];

  /** @param data what is there already: the event of a subscription, else nothing */
  constructor(
    private readonly options: RunOptions,
    readonly data: Data = {},
  ) {}

  get variables(): Record<string, unknown> {
    return this.options.variables;
  }

  async run(step: Step): Promise<void> {
    switch (step.kind) {
      case 'sequence':
        for (const next of step.steps) await this.run(next);
        return;
      case 'parallel':
        await Promise.all(step.steps.map((next) => this.run(next)));
        return;
      case 'condition': {
        const next = this.options.variables[step.variable] === true ? step.met : step.unmet;
        if (next) await this.run(next);
        return;
      }
      case 'fetch':
        return this.fetch(step);
      case 'entities':
        return this.fetchEntities(step);
    }
  }

  /** Takes what a subgraph answered to root fields. */
  receive(step: FetchStep, { data, errors }: ExecutionResult): void {
    for (const error of errors ?? []) this.fail(error, error.path);
    if (!data) return;
    for (const rewrite of step.rewrites) applyRewrite(data, rewrite);
    merge(this.data, data as Data);
  }

  /** The JSON body of a request, with the client's variables that it takes and those already written. */
  bodyOf({ head, variables }: FetchStep | EntitiesStep, written = ''): string {
    const members = written === '' ? [] : [written];
    for (const name of variables) {
      const value = this.options.variables[name];
      if (value !== undefined) members.push(`"${name}":${JSON.stringify(value)}`);
    }
    return members.length > 0 ? `${head},"variables":{${members.join(',')}}}` : `${head}}`;
  }

  private async fetch(step: FetchStep): Promise<void> {
    const result = await this.call(step, this.bodyOf(step), () => step.roots.map((root) => [root]));
    if (result) this.receive(step, result);
  }

  private async fetchEntities(step: EntitiesStep): Promise<void> {
    const batch = new EntityBatch(step, this.data);
    if (batch.empty) return;
    const result = await this.call(step, this.bodyOf(step, batch.variables()), () =>
      batch.pathsOf(undefined),
    );
    if (!result) return;
    for (const error of result.errors ?? []) {
      for (const path of batch.pathsOf(error.path)) this.fail(error, path);
    }
    if (result.data) batch.receive(result.data as Data);
  }

  /** A subgraph that does not answer costs its own fields, and says so at each place; the others go on. */
  private async call(step: FetchStep | EntitiesStep, body: string, where: () => Path[]) {
    const { subgraphs, context } = this.options;
    try {
      const subgraph = subgraphs.get(step.subgraph);
      if (!subgraph) throw new Error(`no address is known for the subgraph ${step.subgraph}`);
      return await subgraph.call(body, context, step.repeatable);
    } catch (failure) {
      for (const path of where()) this.fail(failure as Error, path);
      return undefined;
    }
  }

  private fail(error: Error | GraphQLError, path: Path | undefined): void {
    const { message, extensions } = error as GraphQLError;
    const place = path && path.length > 0 ? path : undefined;
    const originalError = error instanceof Error ? error : undefined;
    this.errors.push(new GraphQLError(message, { path: place, extensions, originalError }));
  }
}
