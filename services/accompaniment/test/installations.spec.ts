import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccompanimentWorld } from './support/accompaniment-world.js';
import { worldAmongNeighbours } from './support/figures-gateway.js';
import { EVIDENCE, fields, installationDesk } from './support/installation-desk.js';

let world: AccompanimentWorld;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ world, close } = await worldAmongNeighbours());
});
afterAll(() => close());
const desk = () => installationDesk(world);

describe('a household that decides to come', () => {
  it('has a case, and stands at its project', async () => {
    const { household, plan, record } = desk();
    const id = await household({ name: 'Famille Roussel', adults: 2, childrenBirthYears: [2019] });
    const input = {
      horizon: 'MEDIUM_TERM',
      expectedOn: '2027-06-01',
      communeCode: '09030',
      note: 'Maison en vue',
    };
    expect((await plan(id, input)).record).toMatchObject({
      status: 'PLANNED',
      horizon: 'MEDIUM_TERM',
      expectedOn: '2027-06-01',
      commune: { code: '09030' },
      householdName: 'Famille Roussel',
      adults: 2,
      childrenBirthYears: [2019],
      evidence: null,
      version: 1,
    });
    const { stage, events } = await record(id);
    expect(stage).toBe('PROJECT');
    const planned = events.find(({ kind }: { kind: string }) => kind === 'INSTALLATION_PLANNED');
    expect(planned).toMatchObject({ note: 'Maison en vue', mine: true });
  });

  it('has one case at a time, whoever begins it first', async () => {
    const { household, plan } = desk();
    const id = await household();
    const both = await Promise.all([plan(id), plan(id)]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual([
      'InstallationRefused',
      'InstallationSaved',
    ]);
  });

  it('comes back first when it was lost', async () => {
    const { household, plan, move } = desk();
    const id = await household();
    await move(id, { to: 'LOST', reason: 'WORK', note: 'Plus de poste' });
    expect(fields(await plan(id))).toEqual(['household']);
  });

  it('is not planned in a year or a commune that cannot be', async () => {
    const { household, plan } = desk();
    const wrong = { horizon: 'SHORT_TERM', expectedOn: '0206-06-01', communeCode: 'Auzat', adults: 0 };
    expect(fields(await plan(await household(), wrong))).toEqual(['expectedOn', 'communeCode', 'adults']);
  });

  it('is not planned by who only reads', async () => {
    const { household, plan, as } = desk();
    const id = await household();
    for (const role of ['VIEWER', 'CONTRIBUTOR'] as const)
      await expect(plan(id, { horizon: 'SHORT_TERM' }, as(role))).rejects.toThrow();
  });
});

describe('a case that changes', () => {
  it('keeps what each field was before', async () => {
    const { planned, change, record } = desk();
    const { id, prospectId, version } = await planned();
    const saved = await change(id, version, {
      horizon: 'LONG_TERM',
      expectedOn: '2028-05-02',
      note: 'Prêt reporté',
    });
    expect(saved.record).toMatchObject({ horizon: 'LONG_TERM', version: 2 });
    const [event] = (await record(prospectId)).events;
    expect(event).toMatchObject({ kind: 'INSTALLATION_CHANGED', note: 'Prêt reporté' });
    expect(event.details).toContainEqual({ name: 'horizon', value: 'SHORT_TERM → LONG_TERM' });
    expect(event.details).toContainEqual({ name: 'expectedOn', value: '– → 2028-05-02' });
  });

  it('tells the second of two agents what the first one changed', async () => {
    const { planned, change, read } = desk();
    const { id, version } = await planned();
    const both = await Promise.all([
      change(id, version, { horizon: 'MEDIUM_TERM' }),
      change(id, version, { horizon: 'LONG_TERM' }),
    ]);
    const saved = both.find(({ __typename }) => __typename === 'InstallationSaved');
    const late = both.find(({ __typename }) => __typename === 'InstallationOutdated');
    expect(late.record).toEqual(saved.record);
    expect((await read(id)).horizon).toBe(saved.record.horizon);
  });
});

describe('a household that has settled', () => {
  it.each([
    ['without anything', {}, ['effectiveOn', 'communeCode', 'evidence', 'declaredBy']],
    ['without evidence', { ...EVIDENCE, evidence: null }, ['evidence']],
    ['without who vouches for it', { ...EVIDENCE, declaredBy: ' ' }, ['declaredBy']],
    ['without a commune', { ...EVIDENCE, communeCode: '' }, ['communeCode']],
    ['in the future', { ...EVIDENCE, effectiveOn: '2099-01-01' }, ['effectiveOn']],
    ['with a document of nobody', { ...EVIDENCE, evidenceFileId: 'none' }, ['evidenceFileId']],
  ])('is not said to have %s', async (_what, input, wrong) => {
    const { planned, declare, read } = desk();
    const { id, version } = await planned();
    expect(fields(await declare(id, version, input))).toEqual(wrong);
    expect(await read(id)).toMatchObject({ status: 'PLANNED', version });
  });

  it('shows by what, moves on its way and is asked how it is later', async () => {
    const { planned, declare, record } = desk();
    const { id, version, prospectId } = await planned();
    const { record: settled } = await declare(id, version, {
      ...{ ...EVIDENCE, jobs: 2, adults: 2, childrenBirthYears: [2021, 2018] },
    });
    expect(settled).toMatchObject({
      ...{ status: 'EFFECTIVE', effectiveOn: '2026-09-01', commune: { code: '09030' }, jobs: 2, adults: 2 },
      ...{ childrenBirthYears: [2018, 2021], evidence: { kind: 'LEASE', declaredBy: 'Mairie d’Auzat' } },
    });
    expect((await record(prospectId)).stage).toBe('INSTALLED');
    const { rows } = await world.superuser.query(
      'select months, due_on::text as due from follow_up where installation_id = $1 order by months',
      [id],
    );
    expect(rows).toEqual([
      { months: 6, due: '2027-03-01' },
      { months: 12, due: '2027-09-01' },
    ]);
    expect(fields(await declare(id, settled.version, EVIDENCE))).toEqual(['status']);
  });
});

describe('a settling that is given up', () => {
  it('says why, by a reason and in words', async () => {
    const { planned, abandon, plan } = desk();
    const { id, version, prospectId } = await planned();
    expect(fields(await abandon(id, version, {}))).toEqual(['reason', 'note']);
    const given = await abandon(id, version, {
      reason: 'FINANCING',
      note: 'Prêt refusé',
      abandonedOn: '2026-11-02',
    });
    expect(given.record).toMatchObject({
      ...{ status: 'ABANDONED', abandonReason: 'FINANCING', abandonedOn: '2026-11-02' },
    });
    expect((await plan(prospectId)).record.status).toBe('PLANNED');
  });
});
