import type { SubgraphContext } from '@ancrage/subgraph';
import { BadInputError } from '@ancrage/subgraph/errors';
import { DateResolver } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { TODAY } from './installation-record.queries.js';

@ObjectType({ description: 'Something of a welcome that has a day.', simpleResolvers: true })
export class InstallationCalendarEntry {
  @Field(() => String, {
    description: 'STEP: to do or done; ARRIVAL: expected or effective; FOLLOW_UP: a household to be asked.',
  })
  kind!: string;

  @Field(() => DateResolver, { description: 'As a day of Paris.' })
  day!: string;

  @Field(() => String, { nullable: true, description: 'Title of the step; null for the others.' })
  title!: string | null;

  @Field(() => ID, { description: 'The case.' })
  installationId!: string;

  @Field(() => ID, { nullable: true, description: 'The step.' })
  stepId!: string | null;

  @Field(() => String, { nullable: true, description: 'Null for those who may not know the household.' })
  householdName!: string | null;

  @Field(() => String, { nullable: true, description: 'Who does the step, where somebody was named.' })
  who!: string | null;

  @Field(() => Boolean, { description: 'Whether the viewer does or leads it.' })
  mine!: boolean;

  @Field(() => Boolean, { description: 'Done, left out, answered, or moved in.' })
  settled!: boolean;

  @Field(() => Boolean, { description: 'To do, and its day has passed.' })
  overdue!: boolean;
}

const MONTH = /^(20\d{2})-(0[1-9]|1[0-2])$/;
const MOST = 1000;

/** What has a day in a month (2026-11), in order; for a contributor the steps given to them. */
export function selectCalendar(
  context: SubgraphContext,
  month: string,
  mine: boolean,
): Promise<InstallationCalendarEntry[]> {
  if (!MONTH.test(month)) throw new BadInputError('Un mois s’écrit comme 2026-11.', 'month');
  const territoryId = context.requireTerritory();
  return context.read<InstallationCalendarEntry>({
    name: 'calendar of installations',
    text: `with entry as (
        select 'STEP' as kind, s.due_on as day, s.title, s.installation_id, s.id as step_id, s.position,
          coalesce(s.assignee_name, s.actor_name) as who, s.assignee_id as by, s.status <> 'TODO' as settled
        from installation_step s left join installation i on i.id = s.installation_id
        where s.territory_id = $1 and coalesce(i.status <> 'ABANDONED', true)
        union all
        select 'ARRIVAL', coalesce(i.effective_on, i.expected_on), null, i.id, null, 0, i.lead_name, i.lead_id,
          i.status = 'EFFECTIVE'
        from installation i where i.territory_id = $1 and i.status <> 'ABANDONED'
        union all
        select 'FOLLOW_UP', f.due_on, null, f.installation_id, null, 0, i.lead_name, i.lead_id, f.answered_at is not null
        from follow_up f join installation i on i.id = f.installation_id where f.territory_id = $1
      )
      select e.kind, e.day::text, e.title, e.installation_id as "installationId", e.step_id as "stepId",
        c.name as "householdName", e.who, coalesce(e.by = $4, false) as mine, e.settled,
        not e.settled and e.day < ${TODAY} as overdue
      from entry e left join installation i on i.id = e.installation_id
        left join prospect_contact c on c.prospect_id = i.prospect_id
      where e.day >= $2::date and e.day < $2::date + interval '1 month' and (not $3 or e.by = $4)
      order by e.day, e.settled, e.kind, c.name, e.position limit ${MOST}`,
    values: [territoryId, `${month}-01`, mine, context.scope.userId],
  });
}
