import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOVING } from '../dist/prospect-merge/merge-rows.js';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { knownHousehold } from './support/known-household.js';

const FOIX = { slug: 'foix', name: 'Pays de Foix', site: 'https://foix.test' };
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const RESULT =
  '__typename ... on ProspectsMerged { merge { id } } ... on ProspectMergeRefused { problems { message } }';

async function pair() {
  const territoryId = randomUUID();
  const agent = world.subgraph.client({ territoryId, territory: FOIX, viewer: viewerAs('AGENT') });
  const kept = await knownHousehold(world, territoryId, { name: 'Anne Riu' });
  const merged = await knownHousehold(world, territoryId, { name: 'A. Riu' });
  const merge = async () =>
    (
      await agent(
        `mutation { mergeProspects(input: { keptId: "${kept}", mergedId: "${merged}", fromMerged: [] }) { ${RESULT} } }`,
      )
    ).data?.mergeProspects;
  const undo = (id: string) => agent(`mutation { undoProspectMerge(id: "${id}") { ${RESULT} } }`);
  const settles = async (prospectId: string) => {
    const id = randomUUID();
    await world.superuser.query(
      `insert into installation (id, territory_id, prospect_id, status, horizon, planned_on, adults,
                                 children_birth_years)
       values ($1, $2, $3, 'PLANNED', 'SHORT_TERM', '2026-11-01', 2, '{}')`,
      [id, territoryId, prospectId],
    );
    return id;
  };
  return { territoryId, kept, merged, merge, undo, settles };
}

/** Whose the rows of a territory are, by table. */
async function holders(territoryId: string, tables: readonly string[]): Promise<Record<string, string[]>> {
  const held: Record<string, string[]> = {};
  for (const table of tables) {
    const { rows } = await world.superuser.query(
      `select prospect_id as "of" from ${table} where territory_id = $1`,
      [territoryId],
    );
    held[table] = rows.map((row) => row['of']);
  }
  return held;
}

const WELCOME = ['installation', 'installation_step', 'follow_up', 'household_message'];

describe('two households of which one is being welcomed', () => {
  it('become one that goes on being welcomed, and are parted with it again', async () => {
    const { territoryId, kept, merged, merge, undo, settles } = await pair();
    const installationId = await settles(merged);
    const own = [randomUUID(), territoryId, installationId, merged];
    await world.superuser.query(
      `insert into installation_step (id, territory_id, installation_id, prospect_id, key, position, title, phase, owner, documents)
       values ($1, $2, $3, $4, 'call', 1, 'Appeler', 'BEFORE', 'AGENT', '[]')`,
      own,
    );
    await world.superuser.query(
      `insert into follow_up (id, territory_id, installation_id, prospect_id, months, due_on)
       values ($1, $2, $3, $4, 6, '2027-05-01')`,
      own,
    );
    await world.superuser.query(
      `insert into household_message (id, territory_id, prospect_id, from_household, author, body)
       values ($1, $2, $3, true, 'A. Riu', 'Les clés ?')`,
      [randomUUID(), territoryId, merged],
    );
    const { merge: done } = await merge();
    expect(await holders(territoryId, WELCOME)).toEqual(
      Object.fromEntries(WELCOME.map((table) => [table, [kept]])),
    );
    await undo(done.id);
    expect(await holders(territoryId, WELCOME)).toEqual(
      Object.fromEntries(WELCOME.map((table) => [table, [merged]])),
    );
  });

  it('stay two while both have a project: an agent says which is too many', async () => {
    const { kept, merged, merge, settles } = await pair();
    await settles(kept);
    const extra = await settles(merged);
    expect((await merge()).problems[0].message).toMatch(/abandonnez d’abord/);
    await world.superuser.query(
      `update installation set status = 'ABANDONED', abandoned_on = '2026-11-02' where id = $1`,
      [extra],
    );
    expect(await merge()).toMatchObject({ __typename: 'ProspectsMerged' });
  });

  it('leave nothing behind: whatever hangs on a household goes over, or is written again', async () => {
    const { rows } = await world.superuser.query(
      `select distinct table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'prospect_id'`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(
      [...MOVING, 'prospect_consent', 'prospect_contact'].sort(),
    );
  });
});
