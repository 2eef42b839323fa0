import type { DailyWork } from '@ancrage/post/daily';
import type { Scope, TerritoryCard } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { addWorkingDays } from '@ancrage/working-days';
import { writeLetter } from '../mail/write-letter.js';
import type { ReachActors, ReachableActor } from '../neighbour/reach-actors.js';
import type { ReachMembers } from '../neighbour/reach-members.js';
import { actorLetter } from './actor-letter.js';

interface ActorStep {
  id: string;
  title: string;
  dueOn: string;
  actorId: string;
  leadId: string | null;
  /** Whether its day is a week ago. */
  late: boolean;
}

/**
 * Writes to the actors of the network about the steps that are theirs, on working mornings: once when a step becomes due,
 * once when it is overdue by a week. The letter has the step's title and day and whom to call at the territory, and no
 * word of the household. Steps of actors that left no address wait for one; all of it is done later when the directory or
 * identity does not answer.
 */
export const remindActors =
  (reachActors: ReachActors, reachMembers: ReachMembers): DailyWork =>
  async (connection, scope, card, day) => {
    if (addWorkingDays(day, 0) !== day) return;
    const steps = await stepsOfActors(connection, scope, day);
    if (steps.length === 0) return;
    const territoryId = scope.territoryId as string;
    const actors = await reachActors(territoryId, [...new Set(steps.map(({ actorId }) => actorId))]);
    const leads = new Set(steps.flatMap(({ leadId }) => leadId ?? []));
    const members = leads.size > 0 ? await reachMembers(territoryId, [...leads]) : new Map();
    for (const step of steps) {
      const actor = actors.get(step.actorId);
      const lead = step.leadId ? members.get(step.leadId) : undefined;
      if (actor) await remind(connection, scope, card, { step, actor, lead: lead ?? null, day });
    }
  };

/** Those whose day has come and who were not written to, and those that are a week late and were not since. */
async function stepsOfActors(
  connection: Connection,
  { territoryId }: Scope,
  day: string,
): Promise<ActorStep[]> {
  const { rows } = await connection.query<ActorStep>(
    `select s.id, s.title, s.due_on::text as "dueOn", s.actor_id as "actorId", i.lead_id as "leadId",
       s.due_on + 7 <= $2::date as late
     from installation_step s join installation i on i.id = s.installation_id
     where s.territory_id = $1 and s.owner = 'NETWORK_ACTOR' and s.actor_id is not null and s.status = 'TODO'
       and i.status <> 'ABANDONED' and not i.demonstration and s.due_on <= $2::date
       and (s.reminded_at is null
         or (s.due_on + 7 <= $2::date and (s.reminded_at at time zone 'Europe/Paris')::date < s.due_on + 7))
     order by s.due_on, s.id`,
    [territoryId, day],
  );
  return rows;
}

async function remind(
  connection: Connection,
  scope: Scope,
  card: TerritoryCard,
  about: {
    step: ActorStep;
    actor: ReachableActor;
    lead: { name: string; email: string } | null;
    day: string;
  },
): Promise<void> {
  const { step, actor, lead, day } = about;
  await writeLetter(connection, scope, {
    key: `actor-step:${step.id}:${step.dueOn}:${step.late ? 'late' : 'due'}`,
    from: card.name,
    to: actor.email,
    replyTo: lead?.email ?? null,
    locale: 'fr',
    ...actorLetter({ ...step, actorName: actor.name, lead, territory: card.name, site: card.site }),
  });
  await connection.query(
    `update installation_step set reminded_at = ($2::date)::timestamp at time zone 'Europe/Paris' where id = $1`,
    [step.id, day],
  );
}
