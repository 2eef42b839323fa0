import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { worldAmongNeighbours } from './support/figures-gateway.js';
import { EVIDENCE, fields, installationDesk } from './support/installation-desk.js';

let there: Awaited<ReturnType<typeof worldAmongNeighbours>>;
beforeAll(async () => {
  there = await worldAmongNeighbours();
});
afterAll(() => there.close());
beforeEach(() => there.gateway.down.clear());

const desk = () => installationDesk(there.world);
const ELSEWHERE = { ...EVIDENCE, communeCode: '75056' };

it('a household has not settled in a commune of another territory', async () => {
  const { planned, declare, read, territoryId } = desk();
  const { id, version } = await planned();
  const refused = await declare(id, version, ELSEWHERE);
  expect(refused.problems).toEqual([
    { field: 'communeCode', message: 'Cette commune n’est pas du territoire.' },
  ]);
  expect(await read(id)).toMatchObject({ status: 'PLANNED', version, commune: null });
  expect(there.gateway.asked.at(-1)).toMatchObject({
    ...{ service: 'territory', territoryId, viewer: { role: 'AGENT' } },
  });
});

it('while the list of communes does not answer nothing is declared, and nothing is lost', async () => {
  const { planned, declare, read } = desk();
  const { id, version } = await planned();
  there.gateway.down.add('territory');
  const refused = await declare(id, version, EVIDENCE);
  expect(fields(refused)).toEqual(['communeCode']);
  expect(refused.problems[0].message).toContain('rien n’a été enregistré');
  expect(await read(id)).toMatchObject({ status: 'PLANNED', version });
  there.gateway.down.clear();
  expect((await declare(id, version, EVIDENCE)).record).toMatchObject({ status: 'EFFECTIVE' });
});

it('a declaration is not corrected to a commune of elsewhere, and may keep its own whatever answers', async () => {
  const { planned, declare, run } = desk();
  const { id, version } = await planned();
  const { record } = await declare(id, version, EVIDENCE);
  const correct = (input: object) =>
    run('correctInstallation', '$id: ID!, $version: Int!, $note: String!, $input: EffectiveInput!', {
      ...{ id, version: record.version, note: 'Bail relu', input },
    });
  expect(fields(await correct(ELSEWHERE))).toEqual(['communeCode']);
  there.gateway.down.add('territory');
  expect((await correct({ ...EVIDENCE, jobs: 3 })).record).toMatchObject({
    jobs: 3,
    commune: { code: '09030' },
  });
});

it('who may not declare makes nobody ask', async () => {
  const { planned, as, run } = desk();
  const { id, version } = await planned();
  const before = there.gateway.asked.length;
  const declared = '$id: ID!, $version: Int!, $input: EffectiveInput!';
  const asked = { id, version, input: EVIDENCE };
  await expect(run('declareEffective', declared, asked, as('CONTRIBUTOR'))).rejects.toThrow();
  expect(there.gateway.asked).toHaveLength(before);
});
