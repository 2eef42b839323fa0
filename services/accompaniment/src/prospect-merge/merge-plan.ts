import { registerEnumType } from 'type-graphql';
import { ProspectStage } from '../prospect/prospect-stage.js';
import { CONTACT_COLUMNS, PROSPECT_COLUMNS, type ProspectMergePart } from './merge-part.js';
import type { HouseholdRows, Row } from './merge-rows.js';

/** What follows from a merge that nobody chooses. */
export enum ProspectMergeNotice {
  STAYS_ON_ITS_WAY = 'STAYS_ON_ITS_WAY',
  CONSENT_ENDS = 'CONSENT_ENDS',
  SEAT_GIVEN_UP = 'SEAT_GIVEN_UP',
}
registerEnumType(ProspectMergeNotice, {
  name: 'ProspectMergeNotice',
  description:
    'STAYS_ON_ITS_WAY: one of both was lost, the other is not. CONSENT_ENDS: one withdrew after the other agreed. SEAT_GIVEN_UP: both are registered for one session, the better standing registration stays; undoing does not bring the other one back.',
});

export interface MergePlan {
  prospect: Row;
  contact: Row;
  /** Those of the household that goes, as they go on under the other. */
  consents: Row[];
  /** Purposes that nobody agrees to any more: a later no wins over an earlier yes. */
  ends: string[];
  notices: ProspectMergeNotice[];
}

const ORDER = Object.values(ProspectStage);

/** What two households become, with what is taken from the one that goes. */
export function planMerge(
  kept: HouseholdRows,
  merged: HouseholdRows,
  fromMerged: ReadonlySet<ProspectMergePart>,
): MergePlan {
  const prospect: Row = { ...kept.prospect };
  const contact: Row = { ...(kept.contact ?? { ...merged.contact, prospect_id: kept.prospect['id'] }) };
  for (const part of fromMerged) {
    for (const column of PROSPECT_COLUMNS[part] ?? []) prospect[column] = merged.prospect[column];
    for (const column of CONTACT_COLUMNS[part] ?? []) contact[column] = merged.contact?.[column] ?? null;
  }
  const notices: ProspectMergeNotice[] = [];
  const stages = [kept.prospect['stage'], merged.prospect['stage']] as ProspectStage[];
  const onTheirWay = stages.filter((stage) => stage !== ProspectStage.LOST);
  if (onTheirWay.length === 1) notices.push(ProspectMergeNotice.STAYS_ON_ITS_WAY);
  if (onTheirWay.length > 0) {
    prospect['stage'] = onTheirWay.sort((a, b) => ORDER.indexOf(b) - ORDER.indexOf(a))[0];
    Object.assign(prospect, { lost_reason: null, lost_at: null });
  }
  for (const column of ['owner_id', 'capture_key'])
    prospect[column] = kept.prospect[column] ?? merged.prospect[column];
  if (kept.prospect['next_action'] === null)
    for (const column of ['next_action', 'next_action_on']) prospect[column] = merged.prospect[column];
  for (const column of ['needed_services', 'wished_communes'])
    prospect[column] = [...new Set([...list(kept.prospect, column), ...list(merged.prospect, column)])];
  prospect['first_contact_on'] = [kept, merged]
    .map(({ prospect: row }) => String(row['first_contact_on']))
    .sort()[0];
  prospect['last_contact_at'] = latest(kept.prospect, merged.prospect);
  prospect['retention_warned_at'] = null;
  prospect['version'] = Number(kept.prospect['version']) + 1;
  const { consents, ends } = planConsents(kept.consents, merged.consents);
  if (ends.length > 0) notices.push(ProspectMergeNotice.CONSENT_ENDS);
  return { prospect, contact, consents, ends, notices };
}

const list = (row: Row, column: string): unknown[] => (row[column] as unknown[] | null) ?? [];

function latest(one: Row, other: Row): unknown {
  const times = [one, other].map((row) => row['last_contact_at']).filter((time) => time !== null) as string[];
  return times.sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;
}

const holds = (row: Row): boolean => row['withdrawn_at'] === null;

/** A second consent to one purpose adds nothing: the kept one's holds. */
function planConsents(kept: readonly Row[], merged: readonly Row[]): { consents: Row[]; ends: string[] } {
  const held = new Set(kept.filter(holds).map((row) => row['purpose']));
  const consents = merged.filter((row) => !holds(row) || !held.has(row['purpose']));
  const all = [...kept, ...merged];
  const ends = [...new Set(all.filter(holds).map((row) => String(row['purpose'])))].filter((purpose) => {
    const times = (column: string) =>
      all
        .filter((row) => row['purpose'] === purpose && row[column] !== null)
        .map((row) => Date.parse(String(row[column])));
    const given = all
      .filter((row) => row['purpose'] === purpose && holds(row))
      .map((row) => Date.parse(String(row['given_at'])));
    return Math.max(...times('withdrawn_at'), 0) > Math.max(...given);
  });
  return { consents, ends };
}
