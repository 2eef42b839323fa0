import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { type FieldProblem, Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { checkHouseholds } from './check-households.js';
import { isProspectField } from './prospect-field.js';
import { CheckProspectImportInput, ProspectImportNode, ProspectImportResult } from './prospect-import.js';
import { LISTS, reportOf, selectImport, selectImports } from './prospect-import.queries.js';
import { takeInList } from './take-in-list.js';

@Resolver()
export class ProspectImportResolver {
  @Query(() => [ProspectImportNode], {
    description: 'The last twenty lists of households that were sent. Agents only.',
  })
  prospectImports(@Ctx() context: SubgraphContext): Promise<ProspectImportNode[]> {
    context.requireRole(...WRITERS);
    return selectImports(context);
  }

  @Query(() => ProspectImportNode, {
    nullable: true,
    description: 'One list of households on its way in. Agents only.',
  })
  prospectImport(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<ProspectImportNode | null> {
    context.requireRole(...WRITERS);
    return selectImport(context, id);
  }

  @Mutation(() => ProspectImportResult, {
    description:
      'Says row by row what importing a list of households would do; nobody is added. Agents only.',
  })
  async checkProspectImport(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => CheckProspectImportInput) input: CheckProspectImportInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    const legalBasis = problems.text('legalBasis', cleanLine(input.legalBasis), 500);
    if (legalBasis !== '' && legalBasis.length < 10)
      problems.add(
        'legalBasis',
        'Dites en quelques mots où et quand ils ont accepté, ou pourquoi vous les gardez.',
        'Say in a few words where and when they agreed, or why you keep them.',
      );
    await context.write(async (connection) => {
      const list = await LISTS.lock(connection, context, id);
      if (!list) return problems.add('id', ...DONE);
      const columns: Partial<Record<string, string>> = {};
      for (const { field, header } of input.mapping)
        if (isProspectField(field) && list.headers.includes(header)) columns[field] = header;
      if (!columns['name'])
        problems.add('name', 'Dites quelle colonne porte le nom.', 'Say which column holds the name.');
      if (!columns['email'] && !columns['phone'])
        problems.add(
          'email',
          'Dites quelle colonne porte le courriel ou le téléphone.',
          'Say which column holds the e-mail or the telephone.',
        );
      if (problems.list.length > 0) return;
      const checked = await checkHouseholds(connection, context.scope, list, columns, context.origin.locale);
      await LISTS.checked(connection, id, { columns, legalBasis }, reportOf(checked, list.rows));
    });
    return outcome(context, id, problems.list);
  }

  @Mutation(() => ProspectImportResult, {
    description: 'Takes in the households of a checked list, once: asking again does nothing. Agents only.',
  })
  async runProspectImport(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    await context.write(async (connection) => {
      const list = await LISTS.lock(connection, context, id);
      if (!list) return;
      if (!list.checked) return problems.add('id', 'Vérifiez la liste d’abord.', 'Check the list first.');
      const { columns, legalBasis } = list.mapping;
      // Checked again: somebody may have come by themselves since.
      const checked = await checkHouseholds(connection, context.scope, list, columns, context.origin.locale);
      const taken = checked.filter(({ fate }) => fate === 'TAKEN');
      await takeInList(connection, context.scope, { id, fileName: list.fileName, legalBasis }, taken);
      await LISTS.end(connection, id, reportOf(checked, list.rows));
    });
    return outcome(context, id, problems.list);
  }

  @Mutation(() => ProspectImportResult, { description: 'Throws the rows of a list away. Agents only.' })
  async giveUpProspectImport(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
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
  if (problems.length > 0) return { __typename: 'ProspectImportRefused' as const, problems };
  return {
    __typename: 'ProspectImportChecked' as const,
    import: (await selectImport(context, id)) as ProspectImportNode,
  };
}
