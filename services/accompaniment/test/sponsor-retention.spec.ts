import { openDatabase } from '@ancrage/subgraph/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DATABASE } from '../dist/database.js';
import { forgetLeftSponsors } from '../dist/sponsorship/forget-left-sponsors.js';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { links } from './support/day-world.js';
import { activePair, type SponsorDesk, sponsorDesk } from './support/sponsor-desk.js';

let world: AccompanimentWorld;
let database: Awaited<ReturnType<typeof openDatabase>>;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
  const { appUrl, ownerUrl } = world.database;
  database = await openDatabase(DATABASE, { appUrl, ownerUrl });
});
afterAll(async () => {
  await database.close();
  await world.close();
});

const morning = ({ territoryId }: SponsorDesk, day: string) =>
  database.write({ territoryId, role: 'OPERATOR', userId: null }, (connection) =>
    forgetLeftSponsors(links)(
      connection,
      { territoryId, role: 'OPERATOR', userId: null },
      { name: 'Pays', site: 'https://pays.example', slug: 'pays' } as never,
      day,
    ),
  );
const left = (desk: SponsorDesk, sponsorId: string, at: string) =>
  world.write(desk.territoryId, 'update sponsor set left_at = $2 where id = $1', [sponsorId, at]);
const sponsors = async ({ territoryId }: SponsorDesk) =>
  (
    await world.superuser.query(
      'select s.id, (select count(*)::int from sponsorship n where n.sponsor_id = s.id) as pairs from sponsor s where territory_id = $1',
      [territoryId],
    )
  ).rows;

it('is forgotten with its pairs three years after it stopped, and one who goes on is not', async () => {
  const desk = sponsorDesk(world);
  const gone = await activePair(desk);
  const stays = await activePair(desk);
  await left(desk, gone.sponsorId, '2043-06-15T08:00:00Z');
  await morning(desk, '2046-06-14');
  expect(await sponsors(desk)).toHaveLength(2);
  await morning(desk, '2046-06-15');
  expect(await sponsors(desk)).toEqual([{ id: stays.sponsorId, pairs: 1 }]);
});
