import type { RecordCopy, Row } from '../record/record-copy.js';
import { CONTACT_COLUMNS, MergePart, SOLO_COLUMNS } from './merge-part.js';

/** What follows from the merge beside what was chosen. */
export type MergeNotice =
  | 'STAYS_PUBLISHED'
  | 'PUBLIC_FIELDS_STAY'
  | 'STAYS_HIDDEN'
  | 'WILL_BE_WITHDRAWN'
  | 'ADDRESS_CHANGES';

export interface MergePlan {
  solo: Row;
  contact: Row | null;
  /** Set when a later no takes back what was agreed to: which consents end with it. */
  ends: 'NONE' | 'WEB' | 'ALL';
  notices: MergeNotice[];
}

/** Where the published entry is, what its owner agreed to and where it stands: taken together, from one side. */
const STANDING = [
  'slug',
  'status',
  'consent_id',
  'published_at',
  'withdrawn_at',
  'status_changed_at',
  'hidden_because',
  'reconfirm_by',
];
/** Shown because their owner chose so: they go with the entry that they were shown in. */
const SHOWN = ['phone', 'website'];
const RANK: Record<string, number> = {
  PUBLISHED: 5,
  CONSENTED: 4,
  WITHDRAWN: 3,
  REFUSED: 2,
  CONTACTED: 1,
  IDENTIFIED: 0,
};

/**
 * What two records become. The kept one keeps its id; the published one its address, and what it shows: nothing is
 * published that was not agreed to. Where one says yes and the other no, the later word counts, and the stricter one of
 * two hidden ways.
 */
export function planMerge(
  kept: RecordCopy,
  merged: RecordCopy,
  fromMerged: ReadonlySet<MergePart>,
): MergePlan {
  const [keptSolo, mergedSolo] = [only(kept, 'solo'), only(merged, 'solo')];
  const notices: MergeNotice[] = [];
  const leads = rankOf(mergedSolo) > rankOf(keptSolo) ? mergedSolo : keptSolo;
  const other = leads === keptSolo ? mergedSolo : keptSolo;
  const shows = leads['consent_id'] !== null;
  const solo: Row = { ...keptSolo, ...pick(leads, [...STANDING, ...SHOWN]) };
  for (const [part, columns] of Object.entries(SOLO_COLUMNS)) {
    const chosen = fromMerged.has(part as MergePart) ? mergedSolo : keptSolo;
    // What shows was read and agreed to as it is; the words of a record that was not would be put in their mouth.
    const source = shows && other['consent_id'] === null ? leads : chosen;
    if (source !== chosen && differ(mergedSolo, keptSolo, columns)) notices.push('PUBLIC_FIELDS_STAY');
    Object.assign(solo, pick(source, columns));
  }
  if ((mergedSolo['identified_at'] as string) < (keptSolo['identified_at'] as string))
    Object.assign(solo, pick(mergedSolo, ['identified_by', 'identified_at']));
  const ends = endingOf(kept, merged);
  if (ends !== 'NONE') notices.push('WILL_BE_WITHDRAWN');
  else if (shows && [keptSolo, mergedSolo].some((row) => row['hidden_because'] === 'PAUSED')) {
    if (solo['status'] === 'PUBLISHED')
      Object.assign(solo, { status: 'CONSENTED', hidden_because: 'PAUSED' });
    notices.push('STAYS_HIDDEN');
  } else if (solo['status'] === 'PUBLISHED') notices.push('STAYS_PUBLISHED');
  if (keptSolo['status'] === 'PUBLISHED' && mergedSolo['status'] === 'PUBLISHED')
    notices.push('ADDRESS_CHANGES');
  return {
    solo,
    contact: planContact(kept, merged, fromMerged, leads),
    ends,
    notices: [...new Set(notices)],
  };
}

function planContact(
  kept: RecordCopy,
  merged: RecordCopy,
  fromMerged: ReadonlySet<MergePart>,
  leads: Row,
): Row | null {
  const [keptContact, mergedContact] = [kept['solo_contact']?.[0], merged['solo_contact']?.[0]];
  if (!keptContact && !mergedContact) return null;
  const keptId = only(kept, 'solo')['id'];
  const contact: Row = { ...mergedContact, ...keptContact, solo_id: keptId };
  for (const [part, columns] of Object.entries(CONTACT_COLUMNS)) {
    const source = fromMerged.has(part as MergePart) ? mergedContact : keptContact;
    for (const column of columns) contact[column] = source?.[column] ?? null;
  }
  const leading = leads['id'] === keptId ? keptContact : mergedContact;
  contact['shown'] = leading?.['shown'] ?? [];
  for (const column of ['informed_at', 'objected_at'])
    contact[column] = latest([keptContact?.[column], mergedContact?.[column]]);
  return contact;
}

/** Which consents end because the person said no after they had said yes, on either record. */
function endingOf(...records: RecordCopy[]): MergePlan['ends'] {
  const yes = latest(
    records.flatMap(({ consent = [] }) =>
      consent
        .filter((row) => row['purpose'] === 'WEB' && row['withdrawn_at'] === null)
        .map((row) => row['given_at']),
    ),
  );
  if (yes === null) return 'NONE';
  const refused = latest(
    records.flatMap((record) => [
      record['solo_contact']?.[0]?.['objected_at'],
      only(record, 'solo')['status'] === 'REFUSED' ? only(record, 'solo')['status_changed_at'] : null,
    ]),
  );
  if (refused !== null && refused > yes) return 'ALL';
  const withdrawn = latest(records.map((record) => only(record, 'solo')['withdrawn_at']));
  return withdrawn !== null && withdrawn > yes ? 'WEB' : 'NONE';
}

export function only(record: RecordCopy, table: string): Row {
  const [row] = record[table] ?? [];
  if (!row) throw new Error(`a copy without ${table}`);
  return row;
}

const rankOf = (solo: Row): number => RANK[solo['status'] as string] ?? 0;
const pick = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
const differ = (one: Row, other: Row, columns: readonly string[]): boolean =>
  JSON.stringify(pick(one, columns)) !== JSON.stringify(pick(other, columns));
/** PostgreSQL writes moments of one session alike, so they compare as text. */
const latest = (moments: readonly unknown[]): string | null =>
  moments.reduce<string | null>(
    (last, moment) => (typeof moment === 'string' && (last === null || moment > last) ? moment : last),
    null,
  );
