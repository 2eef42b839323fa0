import { redateSteps } from '../installation/case-steps.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';
import type { OwnWork } from './change-own-project.js';

interface StandingStep {
  title: string;
  key: string;
  status: string;
  version: number;
  installationId: string;
  missing: string[] | null;
}

/** Settles a step that is the household's own; its papers have to be there. A step that was done stays as it was. */
export async function settleOwnStep(
  { connection, scope, prospectId, problems }: OwnWork,
  stepId: string,
  version: number,
): Promise<void> {
  const { rows } = await connection.query<StandingStep>(
    `select s.title, s.key, s.status, s.version, s.installation_id as "installationId", (
         select array_agg(d ->> 'title') from jsonb_array_elements(s.documents) d
          where d ->> 'from' = 'HOUSEHOLD' and not exists (
            select from prospect_file f where f.step_id = s.id and f.document_key = d ->> 'key')) as missing
       from installation_step s join installation i on i.id = s.installation_id
      where s.id = $2 and s.prospect_id = $1 and s.owner = 'HOUSEHOLD' and i.status <> 'ABANDONED' for update of s`,
    [prospectId, stepId],
  );
  const step = rows[0];
  if (!step || step.status === 'SKIPPED') {
    problems.add(
      'form',
      'Cette étape n’est plus sur votre chemin : la page montre où vous en êtes.',
      'This step is no longer on your way: the page shows where you are.',
    );
    return;
  }
  if (step.status === 'DONE') return;
  if (step.version !== version) {
    problems.add(
      'form',
      'Cette étape a changé entre-temps : relisez-la, puis dites si elle est faite.',
      'This step has changed meanwhile: read it again, then say whether it is done.',
    );
    return;
  }
  if (step.missing) {
    const papers = step.missing.join(', ');
    problems.add(
      stepId,
      `Il manque encore : ${papers}. Déposez-le d’abord.`,
      `Still missing: ${papers}. Send it first.`,
    );
    return;
  }
  await connection.query(
    `update installation_step set status = 'DONE', settled_at = now(), settled_by = 'HOUSEHOLD', version = version + 1
      where id = $1`,
    [stepId],
  );
  await redateSteps(connection, scope, step.installationId, { moved: 'STEP', key: step.key });
  await recordProspectEvent(connection, scope, prospectId, 'STEP_SETTLED', { detail: { step: step.title } });
}
