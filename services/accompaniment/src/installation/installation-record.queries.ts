import type { SubgraphContext } from '@ancrage/subgraph';
import { isUuid } from '@ancrage/subgraph/pagination';
import type { InstallationRecord } from './installation-record.js';

export const TODAY = `(now() at time zone 'Europe/Paris')::date`;

/** A case with its household and how far its steps are. */
export const CASES = `installation i
  left join prospect_contact c on c.prospect_id = i.prospect_id
  left join welcome_protocol w on w.id = i.protocol_id
  cross join lateral (
    select count(*) filter (where s.status <> 'TODO')::int as settled, count(*)::int as total,
      count(*) filter (where s.status = 'TODO' and s.due_on < ${TODAY} and i.status <> 'ABANDONED')::int as overdue
    from installation_step s where s.installation_id = i.id) as steps
  left join lateral (
    select s.title, s.phase, s.due_on from installation_step s
     where s.installation_id = i.id and s.status = 'TODO' and i.status <> 'ABANDONED'
     order by s.due_on nulls last, s.position limit 1) as next on true`;

export const CASE_COLUMNS = `i.id, i.status, i.prospect_id as "prospectId", c.name as "householdName", i.horizon,
  i.planned_on::text as "plannedOn", i.expected_on::text as "expectedOn", i.effective_on::text as "effectiveOn",
  i.abandoned_on::text as "abandonedOn", i.abandon_reason as "abandonReason", i.abandon_note as "abandonNote",
  i.evidence as "evidenceKind", i.evidence_note as "evidenceNote", i.evidence_file_id as "evidenceFileId",
  i.declared_by as "declaredBy", i.declared_at as "declaredAt", i.adults,
  i.children_birth_years as "childrenBirthYears", i.jobs, i.lead_id as "leadId", i.lead_name as "leadName",
  i.commune_code as "communeCode", w.number as "protocolNumber", i.version, i.demonstration,
  jsonb_build_object('settled', steps.settled, 'total', steps.total, 'overdue', steps.overdue,
    'nextDueOn', next.due_on, 'nextTitle', next.title, 'phase', next.phase) as progress`;

export type CaseRow = Omit<InstallationRecord, 'mine' | 'evidence'> & {
  evidenceKind: NonNullable<InstallationRecord['evidence']>['kind'];
  evidenceNote: string | null;
  evidenceFileId: string | null;
  declaredBy: string | null;
  declaredAt: Date | null;
};

/** A row of CASES as those who follow it read it. */
export function toCase(
  { evidenceKind, evidenceNote, evidenceFileId, declaredBy, declaredAt, ...row }: CaseRow,
  { scope }: SubgraphContext,
): InstallationRecord {
  return {
    ...row,
    mine: row.leadId !== null && row.leadId === scope.userId,
    evidence:
      declaredBy === null
        ? null
        : { kind: evidenceKind, declaredBy, declaredAt, note: evidenceNote, fileId: evidenceFileId },
  };
}

/** One case of the territory, or null. */
export async function selectInstallation(
  context: SubgraphContext,
  id: string,
): Promise<InstallationRecord | null> {
  if (!isUuid(id)) return null;
  const [row] = await context.read<CaseRow>({
    name: 'installation record',
    text: `select ${CASE_COLUMNS} from ${CASES} where i.territory_id = $1 and i.id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row ? toCase(row, context) : null;
}
