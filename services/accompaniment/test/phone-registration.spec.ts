import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { householdForm, REGISTER } from './support/household.js';

const territoryId = randomUUID();
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

it.each([
  ['an agent registers who called', 'AGENT', ['PHONE', 'AGENT', 'MEMBER']],
  ['anybody registers themselves', null, ['SITE', 'REGISTRATION', 'HOUSEHOLD']],
  ['a contributor counts as anybody', 'CONTRIBUTOR', ['SITE', 'REGISTRATION', 'HOUSEHOLD']],
] as const)('%s, and it is written down so', async (_what, role, expected) => {
  const session = await world.session(territoryId);
  const viewer = role && viewerAs(role);
  const { data, errors } = await world.subgraph.client({ territoryId, viewer })(REGISTER, {
    input: householdForm(session),
  });
  expect(errors).toBeUndefined();
  const id: string = data?.registerHousehold.registration.id;
  const { rows } = await world.superuser.query(
    `select c.channel, t.form from registration r join prospect_consent c using (prospect_id)
       join prospect_touch t using (prospect_id) where r.id = $1`,
    [id],
  );
  const trail = await world.subgraph.client({ territoryId, viewer: viewerAs('AGENT') })(
    'query ($id: ID!) { registrationTrail(registrationId: $id) { nodes { kind by } } }',
    { id },
  );
  const move = trail.data?.registrationTrail.nodes[0];
  expect([rows[0].channel, rows[0].form, move.by, move.kind]).toEqual([...expected, 'CONFIRMED']);
});
