import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HouseholdLinks } from '../dist/household/household-links.js';
import { writeProjectLetter } from '../dist/project/project-letter.js';
import { AccompanimentWorld, LINK_SECRET } from './support/accompaniment-world.js';
import { knownHousehold } from './support/known-household.js';

const links = new HouseholdLinks(LINK_SECRET);
const card = {
  slug: 'pays',
  name: 'Pays d’Essai',
  site: 'https://pays.example',
  colours: null,
  sender: null,
};
const OWN = `query ($token: String!) { ownProject(token: $token) { stage since contact { name email }
  installation { status steps { title } } } }`;

let world: AccompanimentWorld;
const territoryId = randomUUID();
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const write = (prospectId: string, key: string) =>
  writeProjectLetter(
    world.superuser,
    { territoryId, role: 'OPERATOR', userId: null },
    { card, links },
    prospectId,
    {
      kind: 'STARTED',
      key,
    },
  );
const own = async (token: string, territory = territoryId) =>
  (await world.subgraph.client({ territoryId: territory })(OWN, { token })).data?.['ownProject'];

it('sends a household the link to its page, once for one occasion', async () => {
  const id = await knownHousehold(world, territoryId, { name: 'Famille Vidal', email: 'vidal@riu.example' });
  expect([await write(id, 'case'), await write(id, 'case')]).toEqual([true, false]);
  const { rows } = await world.superuser.query(
    'select body from letter where prospect_id = $1 and key like $2',
    [id, 'project-%'],
  );
  const token = /https:\/\/pays\.example\/mon-projet\/([\w-]{64})/.exec(rows[0].body)?.[1] ?? '';
  expect(await own(token)).toEqual({
    stage: 'NEW',
    since: '2024-03-01',
    contact: { name: 'Famille Vidal', email: 'vidal@riu.example' },
    installation: null,
  });
  expect(await own(token, randomUUID())).toBeNull();
});

it('writes to nobody whose letters come back', async () => {
  const id = await knownHousehold(world, territoryId);
  await world.write(territoryId, 'update prospect_contact set bounced_at = now() where prospect_id = $1', [
    id,
  ]);
  expect(await write(id, 'case')).toBe(false);
});

it('opens no page by a link for something else', async () => {
  const id = await knownHousehold(world, territoryId);
  expect(await own(links.tokenOf('NEWS', id))).toBeNull();
  expect(await own('A'.repeat(64))).toBeNull();
});
