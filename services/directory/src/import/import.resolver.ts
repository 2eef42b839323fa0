import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { type FieldProblem, Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { UUID } from '../pipeline/move-solo.js';
import { addSolos } from '../pipeline/write-solos.js';
import { checkRows, type ImportPlan } from './check-rows.js';
import { reportOf, selectImport, selectImports } from './import.queries.js';
import { isImportField } from './import-field.js';
import { CheckSoloImportInput, SoloImportNode, SoloImportResult } from './solo-import.js';

interface Kept {
  fileName: string;
  headers: string[];
  rows: string[][];
  mapping: { columns: ImportPlan['mapping']; source: string; communes?: ImportPlan['communes'] };
  checked: boolean;
}

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
      const list = await lockList(connection, context, id);
      if (!list) return problems.add('id', ...DONE);
      const columns: ImportPlan['mapping'] = {};
      for (const { field, header } of input.mapping)
        if (isImportField(field) && list.headers.includes(header)) columns[field] = header;
      if (!columns.displayName && !columns.personName)
        problems.add('displayName', 'Dites quelle colonne porte le nom.', 'Say which column holds the name.');
      if (problems.list.length > 0) return;
      const plan = { mapping: columns, source, communes: input.communes };
      const checked = await checkRows(connection, context.scope, list, plan, context.origin.locale);
      await connection.query('update solo_import set mapping = $2, report = $3 where id = $1', [
        id,
        JSON.stringify({ columns, source, communes: input.communes }),
        JSON.stringify(reportOf(checked, list.rows)),
      ]);
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
      const list = await lockList(connection, context, id);
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
      await connection.query(
        `update solo_import set rows = null, state = 'IMPORTED', report = $2 where id = $1`,
        [id, JSON.stringify(reportOf(checked, list.rows))],
      );
    });
    return outcome(context, id, problems.list);
  }

  @Mutation(() => SoloImportResult, { description: 'Throws the rows of a list away. Agents only.' })
  async giveUpSoloImport(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    context.requireRole(...WRITERS);
    await context.write(async (connection) => {
      if (await lockList(connection, context, id))
        await connection.query(
          `update solo_import set rows = null, report = null, state = 'GIVEN_UP' where id = $1`,
          [id],
        );
    });
    return outcome(context, id, []);
  }
}

const DONE = [
  'Cette liste est déjà importée ou abandonnée.',
  'This list is imported or given up already.',
] as const;

/** A list that waits, locked; null for one that is done with. Throws NOT_FOUND for none of the territory. */
async function lockList(connection: Connection, context: SubgraphContext, id: string): Promise<Kept | null> {
  const { rows } = UUID.test(id)
    ? await connection.query<Kept & { state: string }>(
        `select file_name as "fileName", headers, rows, mapping, state, report is not null as checked
           from solo_import where territory_id = $1 and id = $2 for update`,
        [context.requireTerritory(), id],
      )
    : { rows: [] };
  if (!rows[0]) throw new NotFoundError('Cette liste n’existe pas.');
  return rows[0].state === 'MAPPED' && rows[0].rows ? rows[0] : null;
}

async function outcome(context: SubgraphContext, id: string, problems: FieldProblem[]) {
  if (problems.length > 0) return { __typename: 'SoloImportRefused' as const, problems };
  return {
    __typename: 'SoloImportChecked' as const,
    import: (await selectImport(context, id)) as SoloImportNode,
  };
}
