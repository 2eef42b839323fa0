import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Something that was noted on this phone and is to reach the server, once. */
export interface KeptRecord<Body = unknown> {
  /** A uuid chosen here; the server answers the same however often it gets the same. */
  key: string;
  /** What it is and of what: attendance:<session>, fair:<fair>. Records of one kind are sent together. */
  kind: string;
  /** For whom it is kept: only the member who noted it sends it. */
  owner: string;
  /** When it was noted, by the clock of this phone. */
  at: number;
  state: 'KEPT' | 'SENT' | 'REFUSED';
  /** Null once it was sent: what the server has need not lie on a phone. */
  body: Body | null;
  /** Why the server refused it, as the person reads it. */
  why: string | null;
}

interface Schema extends DBSchema {
  records: { key: number; value: KeptRecord; indexes: { key: string; kind: string } };
}

/** How long a record that was sent is still counted as such. */
const SENT_FOR = 24 * 3_600_000;

let opened: Promise<IDBPDatabase<Schema>> | undefined;

const forget = () => {
  opened = undefined;
};

/** They lie in the order in which they were noted. */
function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('ancrage-offline', 1, {
    upgrade(database) {
      const records = database.createObjectStore('records', { autoIncrement: true });
      records.createIndex('key', 'key', { unique: true });
      records.createIndex('kind', 'kind');
    },
    terminated: forget,
  });
  opened.catch(forget);
  return opened;
}

/** Adds a record; it is on the phone once this resolves. */
export async function addRecord(record: KeptRecord): Promise<void> {
  await (await open()).add('records', record);
}

/** All records of a kind, of whoever noted them, in order; those sent long ago go. */
export async function recordsOf(kind: string): Promise<KeptRecord[]> {
  const database = await open();
  const records: KeptRecord[] = [];
  let cursor = await database.transaction('records', 'readwrite').store.index('kind').openCursor(kind);
  while (cursor) {
    if (cursor.value.state === 'SENT' && Date.now() - cursor.value.at > SENT_FOR) {
      await cursor.delete();
    } else {
      records.push(cursor.value);
    }
    cursor = await cursor.continue();
  }
  return records;
}

/** Notes what became of records, by their keys; null: it goes. */
export async function settleRecords(changes: ReadonlyMap<string, Partial<KeptRecord> | null>): Promise<void> {
  const transaction = (await open()).transaction('records', 'readwrite');
  for (const [key, change] of changes) {
    const cursor = await transaction.store.index('key').openCursor(key);
    await (change ? cursor?.update({ ...cursor.value, ...change }) : cursor?.delete());
  }
  await transaction.done;
}
