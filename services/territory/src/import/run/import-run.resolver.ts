import type { SubgraphContext } from '@ancrage/subgraph';
import { ANYTHING } from '@ancrage/subgraph/changes';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { STAFF } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, ID, Query, Resolver, Subscription } from 'type-graphql';
import { DATASETS } from '../datasets/index.js';
import { IMPORT_RUN } from '../import-run.entity.js';
import { selectRun, selectRuns, toDataset } from './import-run.queries.js';
import { ImportDataset, ImportRunConnection, ImportRunFilter, ImportRunNode } from './import-run.types.js';

const NO_SUCH_RUN = "Cet import n'existe pas.";

@Resolver()
export class ImportRunResolver {
  @Query(() => [ImportDataset], { description: 'The official data that can be imported. Members only.' })
  importDatasets(@Ctx() context: SubgraphContext): ImportDataset[] {
    context.requireRole(...STAFF);
    return DATASETS.map((dataset) => toDataset(dataset, context));
  }

  @Query(() => ImportRunConnection, { description: 'Imports of the territory, latest first. Members only.' })
  importRuns(
    @Args(() => ConnectionArguments) { first, after }: ConnectionArguments,
    @Ctx() context: SubgraphContext,
    @Arg('filter', () => ImportRunFilter, { nullable: true }) filter?: ImportRunFilter,
  ): Promise<ImportRunConnection> {
    context.requireRole(...STAFF);
    return selectRuns(context, { filter, first, after });
  }

  @Query(() => ImportRunNode, { nullable: true, description: 'One import. Members only.' })
  importRun(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext): Promise<ImportRunNode | null> {
    context.requireRole(...STAFF);
    return selectRun(context, id);
  }

  @Subscription(() => ImportRunNode, {
    subscribe: ({ args, context }) => follow(context as SubgraphContext, (args as { id: string }).id),
    description: 'An import as it goes on: at once, then at each change. Members only.',
  })
  async importProgress(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<ImportRunNode> {
    const run = await selectRun(context, id);
    if (!run) throw new NotFoundError(NO_SUCH_RUN);
    return run;
  }
}

/** Events about one run that the viewer may see, the first of them at once. */
async function follow(context: SubgraphContext, id: string): Promise<AsyncIterableIterator<string>> {
  context.requireRole(...STAFF);
  if (!(await selectRun(context, id))) throw new NotFoundError(NO_SUCH_RUN);
  // Listening starts before the first answer is read, so that no change falls between them.
  const changes = context.notifications(IMPORT_RUN, (payload) => payload === id || payload === ANYTHING);
  let first: string | undefined = id;
  const events: AsyncIterableIterator<string> = {
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      if (first === undefined) return changes.next();
      const value = first;
      first = undefined;
      return Promise.resolve({ done: false, value });
    },
    async return() {
      await changes.return?.();
      return { done: true, value: undefined };
    },
  };
  return events;
}
