import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { type FieldProblem, Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { addSolos } from '../pipeline/write-solos.js';
import { checkRows, type ImportPlan } from './check-rows.js';
import { LISTS, reportOf, selectImport, selectImports } from './import.queries.js';
import { isImportField } from './import-field.js';
import { CheckSoloImportInput, SoloImportNode, SoloImportResult } from './solo-import.js';

@Resolver()
export class SoloImportResolver {
  @Query(() => [SoloImportNode], { description: 'The last twenty lists that were sent. Agents only.' })
  soloImports(@Ctx() context: SubgraphContext): Promise<SoloImportNode[]> {
    context.requireRole(...WRITERS);
    return selectImports(context);
  }

  @Query(() => SoloImportNode, { nullable: true, description: 'One list on its way in. Agents only.' })
  soloImport(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<SoloImportNode | null> {
    context.requireRole(...WRITERS);
    return selectImport(context, id);
  }

  @Mutation(() => SoloImportResult, {
    description: 'Says row by row what importing a list would do; nobody is added. Agents only.',
  })
  async checkSoloImport(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => CheckSoloImportInput) input: CheckSoloImportInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    const source = problems.text('source', cleanLine(input.source), 200);
    await context.write(async (connection) => {
      const list = await LISTS.lock(connection, context, id);
      if (!list) return problems.add('id', ...DONE);
      const columns: ImportPlan['mapping'] = {};
      for (const { field, header } of input.mapping)
        if (isImportField(field) && list.headers.includes(header)) columns[field] = header;
      if (!columns.displayName && !columns.personName)
        problems.add('displayName', 'Dites quelle colonne porte le nom.', 'Say which column holds the name.');
      if (problems.list.length > 0) return;
      const plan = { mapping: columns, source, communes: input.communes };
      const checked = await checkRows(connection, context.scope, list, plan, context.origin.locale);
      await LISTS.checked(
        connection,
        id,
        { columns, source, communes: input.communes },
        reportOf(checked, list.rows),
      );
    });
    return outcome(context, id, problems.list);
  }

  @Mutation(() => SoloImportResult, {
    description:
      'Adds the rows of a checked list that can be taken, once: asking again does nothing. Agents only.',
  })
  async runSoloImport(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    await context.write(async (connection) => {
      const list = await LISTS.lock(connection, context, id);
      if (!list) return;
      const { columns, source, communes = [] } = list.mapping;
      if (!list.checked) return problems.add('id', 'Vérifiez la liste d’abord.', 'Check the list first.');
      const plan = { mapping: columns, source, communes };
      // Checked again: somebody may have come, or objected, since.
      const checked = await checkRows(connection, context.scope, list, plan, context.origin.locale);
      const taken = checked.filter(({ fate }) => fate === 'TAKEN');
      await addSolos(
        connection,
        context.scope,
        taken.map(({ facts, line }) => ({ facts, detail: { file: list.fileName, line, import: id } })),
      );
      await LISTS.end(connection, id, reportOf(checked, list.rows));
    });
    return outcome(context, id, problems.list);
  }

  @Mutation(() => SoloImportResult, { description: 'Throws the rows of a list away. Agents only.' })
  async giveUpSoloImport(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    context.requireRole(...WRITERS);
    await context.write(async (connection) => {
      if (await LISTS.lock(connection, context, id)) await LISTS.end(connection, id, null);
    });
    return outcome(context, id, []);
  }
}

const DONE = [
  'Cette liste est déjà importée ou abandonnée.',
  'This list is imported or given up already.',
] as const;

async function outcome(context: SubgraphContext, id: string, problems: FieldProblem[]) {
  if (problems.length > 0) return { __typename: 'SoloImportRefused' as const, problems };
  return {
    __typename: 'SoloImportChecked' as const,
    import: (await selectImport(context, id)) as SoloImportNode,
  };
}
