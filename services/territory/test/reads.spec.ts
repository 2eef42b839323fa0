import { asSuperuser } from '@ancrage/postgres/databases';
import { type Database, openDatabase } from '@ancrage/subgraph/database';
import { createTestDatabase, type TestDatabase } from '@ancrage/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE } from './story.js';

let urls: TestDatabase;
let database: Database;
beforeAll(async () => {
  urls = await createTestDatabase('territory');
  database = await openDatabase(DATABASE, urls);
});
afterAll(() => database.close());

const NOBODY = { territoryId: null, role: 'PUBLIC', userId: null } as const;

describe.each([
  ['of its own', false],
  ['shared with others', true],
])('a read on a connection %s', (_which, short) => {
  const read = (text: string, name?: string) => database.read<{ n: number }>(NOBODY, { short, text, name });

  it('that fails costs nobody else theirs', async () => {
    const outcomes = await Promise.allSettled([
      read('select 1 as n', 'one'),
      read('select 1 / 0 as n', 'broken'),
      read('select nothing', 'odd'),
      read('select 2 as n', 'two'),
      read('select 3 as n', 'three'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(await read('select 4 as n', 'four')).toEqual([{ n: 4 }]);
  });

  it('is served again after the server ended its connections', async () => {
    await Promise.all(Array.from({ length: 8 }, () => read('select 1 as n', 'one')));
    await asSuperuser(urls.superuserUrl, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ancrage_territory_app' and datname = current_database()`,
      ),
    );
    // A read may meet the connection as it ends; the ones after it may not.
    await expect.poll(() => read('select 5 as n', 'five').catch(() => [])).toEqual([{ n: 5 }]);
    expect(await Promise.all(Array.from({ length: 8 }, () => read('select 6 as n', 'six')))).toEqual(
      Array.from({ length: 8 }, () => [{ n: 6 }]),
    );
  });
});
