import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { AbsenceInput, AbsenceRecord, AbsenceResult } from './absence-record.js';
import { coverAbsences } from './cover-absences.js';
import { writeAbsence } from './set-absence.js';

const COLUMNS = `a.id, a.member_id as "memberId", a.member_name as "memberName", a.stand_in_id as "standInId",
  a.stand_in_name as "standInName", a.first_day::text as "firstDay", a.last_day::text as "lastDay",
  (select count(*)::int from installation_step s where s.territory_id = a.territory_id and s.status = 'TODO'
     and s.stands_in_for = a.member_id and s.assignee_id = a.stand_in_id) as steps`;
const MOST = 200;

/** Who is away, and who does their steps meanwhile. Agents only. */
@Resolver()
export class AbsenceResolver {
  @Query(() => [AbsenceRecord], {
    description: `Absences of today and to come, the first ones first; at most ${MOST}. Agents only.`,
  })
  absences(@Ctx() context: SubgraphContext): Promise<AbsenceRecord[]> {
    context.requireRole(...WRITERS);
    return context.read<AbsenceRecord>({
      name: 'absences',
      text: `select ${COLUMNS} from absence a where a.territory_id = $1 and a.last_day >= $2
        order by a.first_day, a.id limit $3`,
      values: [context.requireTerritory(), reportingDate(), MOST],
    });
  }

  @Mutation(() => AbsenceResult, {
    description:
      'Says that a member is away: their steps that fall due on these days go to who stands in, and come back afterwards if they are still to do. Agents only.',
  })
  async setAbsence(
    @Arg('input', () => AbsenceInput) input: AbsenceInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof AbsenceResult> {
    context.requireRole(...WRITERS);
    const territoryId = context.requireTerritory();
    const problems = new Problems(context.origin.locale);
    const { id, moved } = await context.write(async (connection) => {
      const written = await writeAbsence(connection, territoryId, input, problems);
      return { id: written, moved: written ? await coverAbsences(connection, context.scope) : 0 };
    });
    if (!id) return { __typename: 'AbsenceRefused', problems: problems.list };
    const [absence] = await context.read<AbsenceRecord>({
      name: 'absence',
      text: `select ${COLUMNS} from absence a where a.territory_id = $1 and a.id = $2`,
      values: [territoryId, id],
    });
    return { __typename: 'AbsenceSaved', absence: absence!, moved };
  }

  @Mutation(() => Boolean, {
    description:
      'Removes an absence: steps that are still to do come back. False when there is none (any more). Agents only.',
  })
  removeAbsence(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext): Promise<boolean> {
    context.requireRole(...WRITERS);
    const territoryId = context.requireTerritory();
    return context.write(async (connection) => {
      if (!isUuid(id)) return false;
      await coverAbsences(connection, context.scope, reportingDate(), id);
      const { rowCount } = await connection.query('delete from absence where territory_id = $1 and id = $2', [
        territoryId,
        id,
      ]);
      return rowCount === 1;
    });
  }
}
