import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccompanimentWorld } from './support/accompaniment-world.js';
import { worldAmongNeighbours } from './support/figures-gateway.js';
import { EVIDENCE, fields } from './support/installation-desk.js';
import { inScope } from './support/scoped-connection.js';
import { welcomeDesk } from './support/welcome-desk.js';

let world: AccompanimentWorld;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ world, close } = await worldAmongNeighbours());
});
afterAll(() => close());
const desk = () => welcomeDesk(world);
const LED = { horizon: 'SHORT_TERM', leadId: 'anna', leadName: 'Anna' };

describe('the steps of a case', () => {
  it('are those of the published protocol that fit the household, and begin with who leads', async () => {
    const { planned, steps } = await desk();
    const { id, protocolNumber } = await planned(LED);
    const alone = await steps(id);
    expect(protocolNumber).toBe(1);
    expect(Object.keys(alone)).toEqual(['first', 'second', 'moving']);
    expect(alone['first']).toMatchObject({ assigneeId: 'anna', assigneeName: 'Anna', status: 'TODO' });
    expect(alone['moving']).toMatchObject({ owner: 'HOUSEHOLD', assigneeId: null, dueOn: null });
    const family = await planned(LED, { childrenBirthYears: [2020] });
    expect(Object.keys(await steps(family.id))).toContain('school');
  });

  it('get other days when the arrival moves or a step is settled', async () => {
    const { planned, steps, change, settle, reopen } = await desk();
    const { id, version } = await planned(LED);
    await change(id, version, { ...LED, expectedOn: '2027-06-15' });
    expect((await steps(id))['moving']?.dueOn).toBe('2027-06-08');
    const before = await steps(id);
    const done = await settle(before['first']!, 'Longue conversation');
    expect(done.step).toMatchObject({ status: 'DONE', note: 'Longue conversation' });
    const after = await steps(id);
    expect(after['second']!.dueOn! < before['second']!.dueOn!).toBe(true);
    expect((await reopen(after['first']!)).step).toMatchObject({
      status: 'TODO',
      settledBy: null,
      note: null,
    });
    expect((await steps(id))['second']?.dueOn).toBe(before['second']?.dueOn);
  });

  it('are left out with a word, settled once, and keep their trail', async () => {
    const { planned, steps, skip, settle, record } = await desk();
    const { id, prospectId } = await planned(LED);
    const { first } = await steps(id);
    expect(fields(await skip(first!, ''))).toEqual(['note']);
    const left = await skip(first!, 'Ils connaissent la vallée');
    expect(left.step.status).toBe('SKIPPED');
    expect(fields(await settle(left.step))).toEqual(['status']);
    const [event] = (await record(prospectId)).events;
    expect(event).toMatchObject({ kind: 'STEP_SETTLED', note: 'Ils connaissent la vallée' });
  });

  it('tell the second of two agents who settle one what the first one did', async () => {
    const { planned, steps, settle, skip } = await desk();
    const { first } = await steps((await planned(LED)).id);
    const both = await Promise.all([settle(first!), skip(first!, 'Inutile')]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['StepOutdated', 'StepSaved']);
    expect(both[0].step).toEqual(both[1].step);
  });

  it('can be added to by hand, and given to others with another day', async () => {
    const { planned, run, steps, give } = await desk();
    const { id, version } = await planned(LED);
    const input = { title: 'Trouver un box', phase: 'ARRIVAL', owner: 'AGENT', dueOn: '2027-01-04' };
    const add = (given: object, at = version) =>
      run('addOwnStep', '$id: ID!, $version: Int!, $input: OwnStepInput!', { id, version: at, input: given });
    expect((await add(input)).record.steps.at(-1)).toMatchObject({
      title: 'Trouver un box',
      dueOn: '2027-01-04',
    });
    expect((await add(input)).__typename).toBe('InstallationOutdated');
    expect(fields(await add({ ...input, title: ' ' }, version + 1))).toEqual(['title']);
    const { first } = await steps(id);
    expect(fields(await give(first!, { owner: 'CONTRIBUTOR' }))).toEqual(['assigneeId']);
    const given = await give(first!, {
      owner: 'AGENT',
      assigneeId: 'bob',
      assigneeName: 'Bob',
      dueOn: '2027-02-01',
    });
    expect(given.step).toMatchObject({ assigneeId: 'bob', dueOn: '2027-02-01' });
  });

  it('come later to a case that began before a protocol was published', async () => {
    const { planned, run, territoryId } = await desk();
    await world.write(territoryId, `update welcome_protocol set status = 'RETIRED' where territory_id = $1`, [
      territoryId,
    ]);
    const { id, version, steps } = await planned(LED);
    expect(steps).toEqual([]);
    const take = () => run('takeProtocolSteps', '$id: ID!, $version: Int!', { id, version });
    expect(fields(await take())).toEqual(['protocol']);
    await world.write(
      territoryId,
      `insert into welcome_protocol (id, territory_id, number, status, name, steps, published_at)
       select gen_random_uuid(), territory_id, 2, 'PUBLISHED', name, steps, now() from welcome_protocol where territory_id = $1`,
      [territoryId],
    );
    expect((await take()).record).toMatchObject({ protocolNumber: 2, progress: { total: 3 } });
  });
});

describe('a contributor', () => {
  it('sees and settles the steps given to them, and nothing of whose they are', async () => {
    const { planned, steps, give, settle, member, territoryId } = await desk();
    const { id } = await planned({ ...LED, expectedOn: '2027-06-15' });
    const { first, second } = await steps(id);
    const given = await give(first!, { owner: 'CONTRIBUTOR', assigneeId: 'mairie', assigneeName: 'Mairie' });
    const [mairie, other] = [member('CONTRIBUTOR', 'mairie'), member('CONTRIBUTOR', 'ecole')];
    const own = async (client: typeof mairie) =>
      (await client('{ ownSteps { title } }')).data?.['ownSteps'].map(
        ({ title }: { title: string }) => title,
      );
    expect([await own(mairie), await own(other)]).toEqual([['first'], []]);
    const month = given.step.dueOn.slice(0, 7);
    const { data } = await mairie(`{ installationCalendar(month: "${month}") { title householdName } }`);
    expect(data?.['installationCalendar']).toEqual([{ title: 'first', householdName: null }]);
    await expect(settle(given.step, null, other)).rejects.toThrow('NOT_FOUND');
    await expect(settle(second!, null, mairie)).rejects.toThrow('NOT_FOUND');
    for (const asked of [
      '{ installationRecords { totalCount } }',
      `{ installationRecord(id: "${id}") { id } }`,
    ])
      expect((await mairie(asked)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await settle(given.step, 'Place réservée', mairie)).step.status).toBe('DONE');
    const after = await steps(id);
    expect(after['second']!.dueOn! < second!.dueOn!).toBe(true);
    const scope = { territoryId, role: 'CONTRIBUTOR', userId: 'mairie' };
    const raw = (text: string) => inScope(world.database.appUrl, scope, (client) => client.query(text));
    expect((await raw('select title from installation_step')).rows).toEqual([{ title: 'first' }]);
    expect((await raw('select 1 from installation')).rows).toEqual([]);
    expect((await raw('select 1 from prospect_contact')).rows).toEqual([]);
    expect((await raw('select 1 from follow_up')).rows).toEqual([]);
    await expect(raw(`update installation_step set title = 'x'`)).rejects.toThrow('settles a step');
    await expect(raw(`update installation_step set assignee_id = 'ecole'`)).rejects.toThrow();
    expect((await raw('delete from installation_step')).rowCount).toBe(0);
    const columns =
      'territory_id, installation_id, prospect_id, position, title, phase, owner, assignee_id, documents';
    await expect(
      raw(`insert into installation_step (id, key, ${columns})
        select gen_random_uuid(), 'another', ${columns} from installation_step`),
    ).rejects.toThrow('row-level security');
  });

  it('settles a step whole: without its line of the trail it stays to do', async () => {
    const { planned, steps, give, settle, member, territoryId } = await desk();
    const { id, prospectId } = await planned(LED);
    const { step } = await give((await steps(id))['first']!, {
      owner: 'CONTRIBUTOR',
      assigneeId: 'mairie',
      assigneeName: 'Mairie',
    });
    // A line of the trail that the database refuses.
    await world.superuser.query(
      `alter table prospect_event add constraint no_trail check (prospect_id <> '${prospectId}' or kind <> 'STEP_SETTLED')`,
    );
    await expect(settle(step, 'Fait', member('CONTRIBUTOR', 'mairie'))).rejects.toThrow();
    expect((await steps(id))['first']).toMatchObject({ status: 'TODO', version: step.version, note: null });
    await world.superuser.query('alter table prospect_event drop constraint no_trail');
    expect((await settle(step, 'Fait', member('CONTRIBUTOR', 'mairie'))).step.status).toBe('DONE');
    const { rows } = await world.superuser.query(
      `select user_id from prospect_event where territory_id = $1 and kind = 'STEP_SETTLED'`,
      [territoryId],
    );
    expect(rows).toEqual([{ user_id: 'mairie' }]);
  });
});

describe('what was declared', () => {
  it('is corrected with a word, keeps what it was, and moves what rests on it', async () => {
    const { planned, declare, run, record } = await desk();
    const { id, version, prospectId } = await planned(LED);
    const { record: wrong } = await declare(id, version, EVIDENCE);
    const correct = (input: object, note: string, at = wrong.version) =>
      run('correctInstallation', '$id: ID!, $version: Int!, $note: String!, $input: EffectiveInput!', {
        ...{ id, version: at, note, input },
      });
    const right = { ...EVIDENCE, effectiveOn: '2026-10-01', evidence: 'DEED' };
    expect(fields(await correct(right, ''))).toEqual(['note']);
    expect((await correct(right, 'Acte daté du 1er')).record).toMatchObject({ effectiveOn: '2026-10-01' });
    const [event] = (await record(prospectId)).events;
    expect(event).toMatchObject({ kind: 'INSTALLATION_CHANGED', note: 'Acte daté du 1er' });
    expect(event.details).toContainEqual({ name: 'effectiveOn', value: '2026-09-01 → 2026-10-01' });
    expect(event.details).toContainEqual({ name: 'evidence', value: 'LEASE → DEED' });
    const { rows } = await world.superuser.query(
      'select due_on::text as due from follow_up where installation_id = $1 order by months',
      [id],
    );
    expect(rows).toEqual([{ due: '2027-04-01' }, { due: '2027-10-01' }]);
  });

  it('is taken back when it was a mistake, and can be declared again', async () => {
    const { planned, declare, run, record } = await desk();
    const { id, version, prospectId } = await planned(LED);
    const { record: wrong } = await declare(id, version, EVIDENCE);
    const back = await run('withdrawDeclaration', '$id: ID!, $version: Int!, $note: String!', {
      ...{ id, version: wrong.version, note: 'Mauvais foyer' },
    });
    expect(back.record).toMatchObject({ status: 'PLANNED', effectiveOn: null, evidence: null });
    expect((await record(prospectId)).stage).toBe('PROJECT');
    expect((await declare(id, back.record.version, EVIDENCE)).record.status).toBe('EFFECTIVE');
  });
});

describe('a household that settled and asks to be forgotten', () => {
  it('leaves what is counted of it, and no word, name or document', async () => {
    const { planned, declare, run, steps, settle, agent } = await desk();
    const { id, version, prospectId } = await planned(LED, {
      name: 'Famille Oubliée',
      childrenBirthYears: [2018],
    });
    await settle((await steps(id))['first']!, 'secret-note');
    const own = { title: 'secret-step', phase: 'ARRIVAL', owner: 'AGENT' };
    await run('addOwnStep', '$id: ID!, $version: Int!, $input: OwnStepInput!', { id, version, input: own });
    const said = { ...EVIDENCE, declaredBy: 'secret-neighbour', evidenceNote: 'secret-lease', jobs: 2 };
    await declare(id, version + 1, said);
    await agent(`mutation ($input: EraseHouseholdInput!) { eraseHousehold(input: $input) { __typename } }`, {
      input: { prospectId, confirmation: 'Famille Oubliée' },
    });
    const { rows } = await world.superuser.query(
      `select i.prospect_id as heir, i.effective_on::text as day, i.commune_code as commune, i.jobs,
         i.children_birth_years as children, (select json_agg(s) from installation_step s where s.installation_id = i.id) as steps,
         (select count(*)::int from follow_up f where f.installation_id = i.id) as questions, to_jsonb(i) as all
       from installation i where i.id = $1`,
      [id],
    );
    const [left] = rows;
    expect(left).toMatchObject({
      day: '2026-09-01',
      commune: '09030',
      jobs: 2,
      children: [2015],
      questions: 2,
    });
    expect(left.heir).not.toBe(prospectId);
    expect(left.steps.find(({ key }: { key: string }) => key === 'first')).toMatchObject({
      status: 'DONE',
      note: null,
    });
    for (const word of ['secret', 'Oubliée', 'Anna']) expect(JSON.stringify(left)).not.toContain(word);
  });
});
