import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { advanceStage } from '../prospect/advance-stage.js';
import { lockProspect } from '../prospect/change-prospect.js';
import { ProspectStage } from '../prospect/prospect-stage.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import { takeSteps } from './case-steps.js';
import { endOn } from './change-installation.js';
import { coverAbsences } from './cover-absences.js';
import type { InstallationPlanInput } from './installation.input.js';
import { noteOf, type People, planFacts } from './installation-facts.js';

/** Begins a household's settling: its case, and its stage. Gives the id of the case. */
export async function planInstallation(
  connection: Connection,
  scope: Scope,
  prospectId: string,
  input: InstallationPlanInput,
  problems: Problems,
): Promise<string> {
  const { stage } = await lockProspect(connection, scope, prospectId);
  const { rows } = await connection.query<People & { open: boolean; demonstration: boolean }>(
    `select adults, children_birth_years as "childrenBirthYears", demonstration, exists (
       select from installation i where i.prospect_id = p.id and i.status <> 'ABANDONED') as open
     from prospect p where p.territory_id = $1 and p.id = $2`,
    [scope.territoryId, prospectId],
  );
  const known = rows[0]!;
  if (known.open)
    problems.add(
      'household',
      'Ce foyer a déjà une installation en cours ou réalisée.',
      'This household has a settling under way, or has settled.',
    );
  if (stage === ProspectStage.LOST)
    problems.add(
      'household',
      'Ce foyer est noté comme perdu : faites-le d’abord revenir.',
      'This household is noted as lost: bring it back first.',
    );
  const facts = planFacts(input, known, problems);
  const note = noteOf(input.note, problems);
  endOn(problems);
  const id = randomUUID();
  const today = reportingDate();
  await connection.query(
    `insert into installation (id, territory_id, prospect_id, status, horizon, planned_on, started_on, expected_on,
       commune_code, adults, children_birth_years, lead_id, lead_name, demonstration)
     values ($1, $2, $3, 'PLANNED', $4, $5, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[id, scope.territoryId, prospectId, facts.horizon, today, facts.expectedOn, facts.communeCode],
      ...[facts.adults, facts.childrenBirthYears, facts.leadId, facts.leadName, known.demonstration],
    ],
  );
  const { horizon, expectedOn, communeCode } = facts;
  await recordProspectEvent(connection, scope, prospectId, 'INSTALLATION_PLANNED', {
    note,
    detail: { installation: id, horizon, expectedOn, communeCode },
  });
  await advanceStage(connection, scope, prospectId, ProspectStage.PROJECT);
  await takeSteps(connection, scope, { ...facts, id, prospectId, startedOn: today });
  await coverAbsences(connection, scope);
  return id;
}
