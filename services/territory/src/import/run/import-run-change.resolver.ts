import type { SubgraphContext } from '@ancrage/subgraph';
import { CodedError, NotFoundError } from '@ancrage/subgraph/errors';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { isUuid } from '../../premises/premises.queries.js';
import { ImportRun } from '../import-run.entity.js';
import { ImportRunStatus } from '../import-run-status.js';
import { agentScope, readRequest, refuse } from './import-request.js';
import { selectRun } from './import-run.queries.js';
import { ImportRunResult } from './import-run.types.js';
import type { ImportRuns } from './import-runs.js';

const { WAITING, RUNNING, CHECKED, CANCELLED } = ImportRunStatus;
const UNCHECKED = {
  fr: "Cet import n'attend pas votre accord : il est déjà parti, ou fini.",
  en: 'This import does not wait for your word: it has already gone on, or ended.',
};
const ENDED = {
  fr: 'Cet import est déjà fini.',
  en: 'This import has already ended.',
};

/** Begins, confirms and stops imports; the file of one that is sent comes by `POST /files/imports`. */
@Resolver()
export class ImportRunChangeResolver {
  constructor(private readonly runs: ImportRuns) {}

  @Mutation(() => ImportRunResult, {
    description: 'Fetches a file from a public address and checks it; nothing is written yet. Agents only.',
  })
  async startImport(
    @Arg('dataset', () => ID) dataset: string,
    @Arg('url', () => String, { description: '2,000 characters at most.' }) url: string,
    @Ctx() context: SubgraphContext,
    @Arg('vintage', () => String, { nullable: true, description: 'Edition, when the file does not tell.' })
    vintage?: string,
  ) {
    context.requireRole(...WRITERS);
    const scope = agentScope(context);
    try {
      const asked = readRequest(
        { dataset, url, vintage: vintage ?? null },
        scope.role,
        context.origin.locale,
      );
      if (asked.url === null) throw refuse('NO_FILE', context.origin.locale);
      if (!(await this.runs.hasRoom(scope))) throw refuse('TOO_MANY', context.origin.locale);
      const id = this.runs.newId();
      const path = await this.runs.files.place(id, asked.fileName);
      await this.runs.accept(scope, { ...asked, id, path, fileSize: null });
      return changed(context, id);
    } catch (error) {
      if (error instanceof CodedError && error.extensions['problem'])
        return refused(String(error.extensions['problem']), error.message);
      throw error;
    }
  }

  @Mutation(() => ImportRunResult, { description: 'Imports a file whose dry run ended. Agents only.' })
  async confirmImport(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    await find(context, id);
    const confirmed = { status: WAITING, dryRun: false, progress: null };
    if (!(await update(context, id, [CHECKED], confirmed))) return refused('id', words(UNCHECKED, context));
    return changed(context, id);
  }

  @Mutation(() => ImportRunResult, {
    description: 'Stops an import, whatever it is at; nothing of it stays. Agents only.',
  })
  async cancelImport(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    await find(context, id);
    const stopped = { status: CANCELLED, endedAt: new Date(), progress: null };
    const done =
      (await update(context, id, [WAITING, CHECKED], stopped)) ||
      (await update(context, id, [RUNNING], { cancelAsked: true }));
    return done ? changed(context, id) : refused('id', words(ENDED, context));
  }
}

async function find(context: SubgraphContext, id: string): Promise<void> {
  context.requireRole(...WRITERS);
  if (!isUuid(id) || !(await selectRun(context, id))) throw new NotFoundError("Cet import n'existe pas.");
}

async function update(
  context: SubgraphContext,
  id: string,
  from: ImportRunStatus[],
  data: Partial<ImportRun>,
): Promise<boolean> {
  return (await context.em.nativeUpdate(ImportRun, { id, status: { $in: from } }, data)) === 1;
}

async function changed(context: SubgraphContext, id: string) {
  return { __typename: 'ImportRunChanged', run: await selectRun(context, id) };
}

const refused = (field: string, message: string) => ({
  __typename: 'ImportRefused',
  problems: [{ field, message }],
});

const words = (text: { fr: string; en: string }, { origin }: SubgraphContext) =>
  text[origin.locale === 'en' ? 'en' : 'fr'];
