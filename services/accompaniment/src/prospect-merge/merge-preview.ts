import type { Connection } from '@ancrage/subgraph/database';
import { doubleSeats } from './double-seats.js';
import type { ProspectMergePart } from './merge-part.js';
import { ProspectMergeNotice, planMerge } from './merge-plan.js';
import { householdRows } from './merge-rows.js';
import type { ProspectMergePreview, ProspectMergeSide } from './prospect-merge.js';

/** What two locked households would become; nothing is written. */
export async function previewMerge(
  connection: Connection,
  keptId: string,
  mergedId: string,
  fromMerged: ReadonlySet<ProspectMergePart>,
): Promise<ProspectMergePreview | null> {
  const kept = await householdRows(connection, keptId);
  const merged = await householdRows(connection, mergedId);
  if (!kept || !merged) return null;
  const { prospect, contact, notices } = planMerge(kept, merged, fromMerged);
  const doubles = await doubleSeats(connection, [keptId, mergedId]);
  const { rows } = await connection.query<{ events: number; files: number; registrations: number }>(
    `select (select count(*)::int from prospect_event where prospect_id = any($1::uuid[])) as events,
            (select count(*)::int from prospect_file where prospect_id = any($1::uuid[])) as files,
            (select count(*)::int from registration where prospect_id = any($1::uuid[])) as registrations`,
    [[keptId, mergedId]],
  );
  const { events = 0, files = 0, registrations = 0 } = rows[0] ?? {};
  const text = (value: unknown): string | null => (value as string | null) ?? null;
  const last = text(prospect['last_contact_at']);
  return {
    result: {
      id: keptId,
      stage: prospect['stage'] as ProspectMergeSide['stage'],
      name: text(contact['name']) ?? '',
      email: text(contact['email']),
      phone: text(contact['phone']),
      livesIn: text(contact['lives_in']),
      adults: Number(prospect['adults']),
      childrenBirthYears: prospect['children_birth_years'] as number[],
      project: text(prospect['project']),
      activity: text(prospect['activity']),
      horizon: prospect['horizon'] as ProspectMergeSide['horizon'],
      housing: text(prospect['housing']),
      premises: text(prospect['premises']),
      neededSpeed: text(prospect['needed_speed']),
      firstContactOn: String(prospect['first_contact_on']),
      lastContactAt: last ? new Date(last) : null,
      registrations,
      demonstration: Boolean(prospect['demonstration']),
    },
    notices: doubles.length > 0 ? [...notices, ProspectMergeNotice.SEAT_GIVEN_UP] : notices,
    events,
    files,
    consents: kept.consents.length + merged.consents.length,
  };
}
