import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { type DaysMove, planSteps, redate, type StandingStep } from '../protocol/plan-steps.js';
import type { ProtocolStep } from '../protocol/protocol-step.js';
import type { InstallationHorizon } from './installation-status.js';

interface NewCase {
  id: string;
  prospectId: string;
  startedOn: string;
  expectedOn: string | null;
  horizon: InstallationHorizon | null;
  childrenBirthYears: number[];
  leadId: string | null;
  leadName: string | null;
}
/** Owners whose steps the member who leads the case begins with. */
const OF_THE_LEAD = new Set(['AGENT', 'ADMINISTRATOR']);

/**
 * Takes the steps of the published protocol that fit a household over into its case, which keeps them whatever is
 * published later. Says how many; none where nothing is published.
 */
export async function takeSteps(connection: Connection, scope: Scope, begun: NewCase): Promise<number> {
  const { territoryId } = scope;
  const { rows } = await connection.query<{ id: string; steps: ProtocolStep[] }>(
    `select id, steps from welcome_protocol where territory_id = $1 and status = 'PUBLISHED'`,
    [territoryId],
  );
  const protocol = rows[0];
  if (!protocol) return 0;
  const needs = await connection.query<{ needsPremises: true | null; needsHousing: true | null }>(
    `select case when premises is not null then true end as "needsPremises",
       case when housing is not null then true end as "needsHousing" from prospect where territory_id = $1 and id = $2`,
    [territoryId, begun.prospectId],
  );
  const { startedOn, expectedOn, childrenBirthYears, horizon } = begun;
  const household = {
    childrenBirthYears,
    horizon,
    needsPremises: needs.rows[0]?.needsPremises ?? null,
    needsHousing: needs.rows[0]?.needsHousing ?? null,
  };
  const steps = planSteps(protocol.steps, household, { startedOn, expectedOn, today: reportingDate() });
  const rowsOfSteps = steps.map((step) => ({
    ...step,
    id: randomUUID(),
    assigneeId: OF_THE_LEAD.has(step.owner) ? begun.leadId : null,
    assigneeName: OF_THE_LEAD.has(step.owner) ? begun.leadName : null,
  }));
  await connection.query(
    `insert into installation_step (id, territory_id, installation_id, prospect_id, key, position, title, description,
       public_words, phase, owner, actor_id, actor_name, assignee_id, assignee_name, after, due_on, documents)
     select s.id, $1, $2, $3, s.key, s.position, s.title, s.description, s."publicWords", s.phase, s.owner, s."actorId",
       s."actorName", s."assigneeId", s."assigneeName", s.after, s."dueOn", s.documents
     from jsonb_to_recordset($4::jsonb) as s (id uuid, key text, position int, title text, description text,
       "publicWords" text, phase text, owner text, "actorId" uuid, "actorName" text, "assigneeId" text,
       "assigneeName" text, after text[], "dueOn" date, documents jsonb)`,
    [territoryId, begun.id, begun.prospectId, JSON.stringify(rowsOfSteps)],
  );
  await connection.query(
    'update installation set protocol_id = $3, started_on = $4 where territory_id = $1 and id = $2',
    [territoryId, begun.id, protocol.id, startedOn],
  );
  return steps.length;
}

/** Dates anew the steps of a case that depend on what moved, by the version with which it began. */
export async function redateSteps(
  connection: Connection,
  { territoryId }: Scope,
  installationId: string,
  move: DaysMove,
): Promise<void> {
  const { rows } = await connection.query<{
    startedOn: string;
    expectedOn: string | null;
    steps: ProtocolStep[];
  }>(
    `select coalesce(i.started_on, i.planned_on)::text as "startedOn",
       coalesce(i.effective_on, i.expected_on)::text as "expectedOn", w.steps
     from installation i join welcome_protocol w on w.id = i.protocol_id where i.territory_id = $1 and i.id = $2`,
    [territoryId, installationId],
  );
  if (!rows[0]) return;
  const { steps, ...days } = rows[0];
  const standing = await connection.query<StandingStep>(
    `select key, after, due_on::text as "dueOn",
       (settled_at at time zone 'Europe/Paris')::date::text as "settledOn"
     from installation_step where territory_id = $1 and installation_id = $2 order by position`,
    [territoryId, installationId],
  );
  const moved = redate(steps, standing.rows, { ...days, today: reportingDate() }, move);
  if (moved.length === 0) return;
  await connection.query(
    `update installation_step s set due_on = m."dueOn", reminded_at = null
       from jsonb_to_recordset($3::jsonb) as m (key text, "dueOn" date)
      where s.territory_id = $1 and s.installation_id = $2 and s.key = m.key`,
    [territoryId, installationId, JSON.stringify(moved)],
  );
}
