import { randomUUID } from 'node:crypto';
import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { writeProjectLetter } from '../project/project-letter.js';
import { changeStep } from './change-step.js';
import { StepChangeResult } from './step.result.js';
import { StepStatus } from './step-status.js';

const MOST_DOCUMENTS = 10;

@ArgsType()
class AskDocumentArguments {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Of the step that the change is based on.' })
  version!: number;

  @Field(() => String, { description: 'Which document, in 1 to 120 characters.' })
  @MaxLength(2000)
  title!: string;
}

@Resolver()
export class StepDocumentResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Mutation(() => StepChangeResult, {
    description: `Asks the household for one more document of a step to do: it finds it on its own page, to which it is sent its link, once a day at most. ${MOST_DOCUMENTS} documents a step at most. Agents only.`,
  })
  askStepDocument(
    @Args(() => AskDocumentArguments) { id, version, title: typed }: AskDocumentArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof StepChangeResult> {
    context.requireRole(...WRITERS);
    const post = { card: context.requireTerritoryCard(), links: this.links };
    return changeStep(context, id, version, async (connection, { status, prospectId }, problems) => {
      const title = problems.text('title', cleanLine(typed), 120);
      if (status !== StepStatus.TODO)
        problems.add('status', 'Cette étape n’est plus à faire.', 'This step is no longer to be done.');
      const tale = { kind: 'DOCUMENT_ASKED' as const, detail: { document: title } };
      if (problems.list.length > 0) return tale;
      const { rowCount } = await connection.query(
        `update installation_step set version = version + 1,
           documents = documents || jsonb_build_object('key', $2::text, 'title', $3::text, 'from', 'HOUSEHOLD')
         where id = $1 and jsonb_array_length(documents) < $4`,
        [id, `own-${randomUUID()}`, title, MOST_DOCUMENTS],
      );
      if (!rowCount)
        problems.add(
          'title',
          `${MOST_DOCUMENTS} documents au plus pour une étape.`,
          `${MOST_DOCUMENTS} documents a step at most.`,
        );
      else
        await writeProjectLetter(connection, context.scope, post, prospectId, {
          kind: 'PAPER',
          key: reportingDate(),
        });
      return tale;
    });
  }
}
