import type { SubgraphContext } from '@ancrage/subgraph';
import { asHousehold } from '../household/own-household.js';
import type { StepDocument } from '../protocol/protocol-step.js';
import type { OwnContact, OwnInstallation, OwnProject, OwnStep } from './own-project.js';

/** A household's page as the household may see it; null for one that has no name (any more). */
export async function selectOwnProject(
  context: SubgraphContext,
  prospectId: string,
): Promise<OwnProject | null> {
  const [row] = await asHousehold(context, prospectId).read<Omit<OwnProject, 'contact'> & OwnContact>({
    name: 'own project',
    text: `select p.id as "prospectId", p.stage, p.first_contact_on::text as since, p.demonstration,
        c.name, c.email, c.phone, c.lives_in as "livesIn", c.call_when as "callWhen"
      from prospect p join prospect_contact c on c.prospect_id = p.id
      where p.id = $1 and p.anonymised_at is null`,
    values: [prospectId],
  });
  if (!row) return null;
  const { name, email, phone, livesIn, callWhen, ...project } = row;
  return { ...project, contact: { name, email, phone, livesIn, callWhen } };
}

/** Its settling: the one under way or done, else the last that was given up; null without. */
export async function selectOwnInstallation(
  context: SubgraphContext,
  prospectId: string,
): Promise<OwnInstallation | null> {
  const [row] = await asHousehold(context, prospectId).read<OwnInstallation>({
    name: 'own installation',
    text: `select id, prospect_id as "prospectId", status, horizon, expected_on::text as "expectedOn",
        effective_on::text as "effectiveOn", commune_code as "communeCode", lead_name as "leadName"
      from installation where prospect_id = $1 order by status = 'ABANDONED', planned_on desc, id limit 1`,
    values: [prospectId],
  });
  return row ?? null;
}

/** A step of the team for which the household brings a paper: it reads what is asked, not what the team calls it. */
const ASKS = `status = 'TODO' and documents @> '[{"from": "HOUSEHOLD"}]'`;
const SHOWN = `public_words <> '' or owner = 'HOUSEHOLD'`;

/** The steps that are the household's to do, to know of, or to bring papers for; what was kept to the team has no title. */
export async function selectOwnSteps(
  context: SubgraphContext,
  { id, prospectId }: Pick<OwnInstallation, 'id' | 'prospectId'>,
): Promise<OwnStep[]> {
  type Row = Omit<OwnStep, 'documents'> & { documents: StepDocument[] };
  const rows = await asHousehold(context, prospectId).read<Row>({
    name: 'own steps',
    text: `select id, case when ${SHOWN} then title else '' end as title, public_words as words, phase, owner = 'HOUSEHOLD' as mine, owner = 'SPONSOR' as "bySponsor",
        coalesce(actor_name, assignee_name) as who, due_on::text as "dueOn", status, settled_at as "settledAt",
        documents, version
      from installation_step
      where installation_id = $1 and (${SHOWN} or ${ASKS}) and status <> 'SKIPPED'
      order by array_position(array['DECISION', 'PREPARATION', 'ARRIVAL', 'SETTLING'], phase), due_on nulls last,
        position`,
    values: [id],
  });
  return rows.map(({ documents, ...step }) => ({
    ...step,
    documents: documents.map(({ key, title, from }) => ({ key, title, fromHousehold: from === 'HOUSEHOLD' })),
  }));
}
