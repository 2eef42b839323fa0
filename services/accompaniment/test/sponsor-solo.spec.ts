import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { worldAmongNeighbours } from './support/figures-gateway.js';
import { sponsorDesk } from './support/sponsor-desk.js';

let there: Awaited<ReturnType<typeof worldAmongNeighbours>>;
beforeAll(async () => {
  there = await worldAmongNeighbours();
});
afterAll(() => there.close());
beforeEach(() => there.gateway.down.clear());

const desk = () => sponsorDesk(there.world);
/** As the directory has them, and as the household wrote. */
const SAME = [
  ['address', { email: 'jeanne@atelier.example', phone: null }],
  ['number', { email: 'autre@riu.example', phone: '+33561020304' }],
] as const;
const REFUSED = {
  __typename: 'SponsorshipRefused',
  problems: [{ field: 'sponsor', message: expect.stringMatching('On n’est pas son propre parrain') }],
};

it.each(SAME)(
  'a household is known as the solo who sponsors, by the directory’s %s alone',
  async (_, contact) => {
    const { sponsor, household, proposals, propose } = desk();
    const prospectId = await household(contact);
    const { record } = await sponsor({}, { soloId: randomUUID() });
    const found = await proposals(prospectId);
    expect(found.proposals).toEqual([]);
    expect(found.hindered[0].because).toMatch('C’est ce foyer lui-même');
    expect(await propose(prospectId, record.id)).toMatchObject(REFUSED);
  },
);

it('a solo is asked about again when they are proposed: what the directory learnt since counts', async () => {
  const { sponsor, household, propose } = desk();
  there.gateway.down.add('directory');
  const { record } = await sponsor({}, { soloId: randomUUID() });
  const prospectId = await household({ email: 'jeanne@atelier.example' });
  there.gateway.down.clear();
  expect(await propose(prospectId, record.id)).toMatchObject(REFUSED);
});

it('while the directory does not answer, others are proposed all the same', async () => {
  const { sponsor, household, propose } = desk();
  const { record } = await sponsor({}, { soloId: randomUUID() });
  there.gateway.down.add('directory');
  const prospectId = await household({ email: `${randomUUID()}@riu.example` });
  expect((await propose(prospectId, record.id)).__typename).toBe('SponsorshipSaved');
});
