import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { bounded } from '../prospect/prospect-facts.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { selectFollowUp } from './follow-up.queries.js';
import { FollowUpInput, FollowUpResult } from './follow-up-record.js';

interface Asked {
  prospectId: string;
  installationId: string;
  months: number;
  answered: boolean;
}

@Resolver()
export class FollowUpAnswerResolver {
  @Mutation(() => FollowUpResult, {
    description:
      'Notes how a household is, six or twelve months after it moved in. An answer that is there is changed on purpose only. Agents only.',
  })
  async answerFollowUp(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => FollowUpInput) input: FollowUpInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof FollowUpResult> {
    context.requireRole(...WRITERS);
    const { scope } = context;
    const problems = new Problems(context.origin.locale);
    const words = bounded('words', cleanText(input.words ?? ''), 2000, problems);
    judge(input, problems);
    await context.write(async (connection) => {
      const asked = await lockFollowUp(connection, scope.territoryId, id);
      if (asked.answered && !input.correcting)
        problems.add(
          'correcting',
          'Une réponse est déjà notée : dites que vous la corrigez.',
          'An answer is noted already: say that you correct it.',
        );
      if (problems.list.length > 0) return;
      const { stillHere, jobs = null, rating = null } = input;
      await connection.query(
        `update follow_up set answered_at = now(), answered_by = $3, still_here = $4, jobs = $5, rating = $6, words = $7
          where territory_id = $1 and id = $2`,
        [scope.territoryId, id, scope.userId, stillHere, jobs, rating, words],
      );
      const { prospectId, installationId, months, answered } = asked;
      const detail = {
        installation: installationId,
        months,
        stillHere,
        ...(answered && { corrected: 'yes' }),
      };
      await recordProspectEvent(connection, scope, prospectId, 'FOLLOWED_UP', { detail });
    });
    if (problems.list.length > 0) return { __typename: 'FollowUpRefused', problems: problems.list };
    return { __typename: 'FollowUpSaved', followUp: await selectFollowUp(context, id) };
  }
}

function judge({ stillHere, jobs, rating }: FollowUpInput, problems: Problems): void {
  if (typeof stillHere !== 'boolean')
    problems.add('stillHere', 'Dites s’ils vivent toujours ici.', 'Say whether they still live here.');
  if (typeof jobs === 'number' && (jobs < 0 || jobs > 100))
    problems.add('jobs', 'De 0 à 100 emplois.', '0 to 100 jobs.');
  if (typeof rating === 'number' && (rating < 1 || rating > 5))
    problems.add('rating', 'De 1 à 5.', '1 to 5.');
}

async function lockFollowUp(connection: Connection, territoryId: string | null, id: string): Promise<Asked> {
  const { rows } = await connection.query<Asked>(
    `select prospect_id as "prospectId", installation_id as "installationId", months, answered_at is not null as answered
       from follow_up where territory_id = $1 and id = $2 for update`,
    [territoryId, isUuid(id) ? id : null],
  );
  if (!rows[0]) throw new NotFoundError('Ce suivi n’est plus là.');
  return rows[0];
}
