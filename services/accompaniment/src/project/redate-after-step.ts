import type { Connection } from '@ancrage/subgraph/database';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { redate, type StandingStep } from '../protocol/plan-steps.js';
import type { ProtocolStep } from '../protocol/protocol-step.js';

interface Case {
  steps: ProtocolStep[];
  startedOn: string;
  expectedOn: string | null;
}

/** Gives the steps that waited for one that was settled their day, by the version with which the case began. */
export async function redateAfterStep(
  connection: Connection,
  installationId: string,
  key: string,
): Promise<void> {
  const { rows } = await connection.query<Case>(
    `select v.steps, i.started_on::text as "startedOn", i.expected_on::text as "expectedOn"
       from installation i join welcome_protocol v on v.id = i.protocol_id
      where i.id = $1 and i.started_on is not null`,
    [installationId],
  );
  const begun = rows[0];
  if (!begun) return;
  const { rows: standing } = await connection.query<StandingStep>(
    `select key, after, due_on::text as "dueOn", (settled_at at time zone 'Europe/Paris')::date::text as "settledOn"
       from installation_step where installation_id = $1`,
    [installationId],
  );
  const { steps, startedOn, expectedOn } = begun;
  const days = { startedOn, expectedOn, today: reportingDate() };
  for (const moved of redate(steps, standing, days, { moved: 'STEP', key }))
    await connection.query(
      'update installation_step set due_on = $3, version = version + 1 where installation_id = $1 and key = $2',
      [installationId, moved.key, moved.dueOn],
    );
}
