import { SERVICES } from '@ancrage/postgres/databases';
import { eventually } from '@ancrage/testing/eventually';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ended, FourDatabases } from './four-databases.js';

const GIVE_UP = ['--give-up', 'installations,registrations,requests'];
let four: FourDatabases;
let leaving: string;
let staying: string;
beforeAll(async () => {
  four = await FourDatabases.create();
  leaving = await four.territory('cap-corse', '200042943', 'canari-qui-part');
  staying = await four.territory('tarascon', '240900431', 'canari-qui-reste');
  await four.superusers.accompaniment.query('update person_request set finished_at = null');
});
afterAll(() => four?.close());

const remove = (...more: string[]) => [
  'delete',
  '--territory',
  'cap-corse',
  '--confirm',
  'cap-corse',
  ...more,
];
const traces = () => four.traces([leaving, 'canari-qui-part', 'cap-corse']);

it('is refused without its short name typed again', async () => {
  const before = await four.prints(leaving);
  const { code, said } = await four.run(['delete', '--territory', 'cap-corse', '--confirm', 'cap-corsse']);
  expect([code, said]).toEqual([1, expect.stringContaining('Nothing was deleted')]);
  expect(await four.prints(leaving)).toEqual(before);
});

it('with cases under way it is refused in words that name them, and nothing changes', async () => {
  const before = await four.prints(leaving);
  const refused = await four.run(remove());
  expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('1 installations, 1 requests')]);
  const half = await four.run(remove('--give-up', 'installations'));
  expect([half.code, half.said]).toEqual([1, expect.stringContaining('1 requests')]);
  expect(await four.prints(leaving)).toEqual(before);
});

it('killed half-way, it is done by the next run; nothing is left of it, and its neighbour is as it was', async () => {
  const neighbour = await four.prints(staying);
  const { directory, accompaniment, territory } = four.superusers;
  await directory.query('begin; lock table solo in access exclusive mode');
  const child = four.start(remove(...GIVE_UP));
  const over = ended(child);
  const waiting = () =>
    territory.query(
      `select from pg_stat_activity where datname = current_setting('app.asked') and wait_event_type = 'Lock'`,
    );
  const { rows } = await directory.query<{ name: string }>('select current_database() as name');
  await territory.query("select set_config('app.asked', $1, false)", [rows[0]?.name]);
  await eventually(async () => (await waiting()).rowCount).toBe(1);
  const twice = await four.run(remove(...GIVE_UP));
  expect([twice.code, twice.said]).toEqual([1, expect.stringContaining('being deleted just now')]);
  child.kill('SIGKILL');
  await over;
  await directory.query('rollback');
  // The database hears of a killed process a moment later.
  const held =
    "select from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";
  await eventually(async () => (await territory.query(held)).rowCount).toBe(0);

  const left = await accompaniment.query('select from prospect where territory_id = $1', [leaving]);
  expect(left.rowCount, 'accompaniment had its turn').toBe(0);
  const { rows: states } = await territory.query('select slug, status from territory order by slug');
  expect(states).toEqual([
    { slug: 'cap-corse', status: 'DELETING' },
    { slug: 'tarascon', status: 'ACTIVE' },
  ]);
  expect((await traces()).length).toBeGreaterThan(0);

  const again = await four.run(remove());
  expect([again.code, again.said]).toEqual([0, expect.stringContaining('nothing is left of cap-corse')]);
  expect(await traces()).toEqual([]);
  expect(await four.prints(staying)).toEqual(neighbour);
  for (const service of SERVICES)
    expect(Object.keys(neighbour[service] ?? {}).length, service).toBeGreaterThan(1);
});

it('asked once more, it says that there is no such territory any more', async () => {
  const { code, said } = await four.run(remove());
  expect([code, said.trim()]).toEqual([
    1,
    'No territory has the short name cap-corse: it is gone, or never was.',
  ]);
});
