import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { prospectDesk } from './support/prospect-desk.js';

let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const desk = () => prospectDesk(world);
const fields = ({ problems }: { problems: { field: string }[] }) => problems.map(({ field }) => field);
const dayFrom = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(
    new Date(Date.now() + days * 86_400_000),
  );

describe('a household on its way', () => {
  it('goes forwards by a word, and back with a reason', async () => {
    const { household, move, record } = desk();
    const id = await household();
    expect((await move(id, { to: 'QUALIFIED', from: 'NEW' })).record.stage).toBe('QUALIFIED');
    expect((await move(id, { to: 'PROJECT' })).record.stage).toBe('PROJECT');
    expect(fields(await move(id, { to: 'QUALIFIED' }))).toEqual(['note']);
    expect((await move(id, { to: 'QUALIFIED', note: 'Le prêt est refusé' })).record.stage).toBe('QUALIFIED');
    expect(fields(await move(id, { to: 'QUALIFIED' }))).toEqual(['to']);
    const { events } = await record(id);
    expect(events[0]).toMatchObject({
      kind: 'MOVED',
      note: 'Le prêt est refusé',
      mine: true,
      details: [
        { name: 'to', value: 'QUALIFIED' },
        { name: 'from', value: 'PROJECT' },
      ],
    });
  });

  it('stays where somebody else has put it meanwhile', async () => {
    const { household, move, record } = desk();
    const id = await household();
    await move(id, { to: 'QUALIFIED', from: 'NEW' });
    expect(fields(await move(id, { to: 'PROJECT', from: 'NEW' }))).toEqual(['to']);
    expect((await record(id)).stage).toBe('QUALIFIED');
  });

  it('is lost for a reason and in words, has nothing left to be done, and may come back', async () => {
    const { household, move, plan, record, names } = desk();
    const id = await household();
    await plan(id, 'Rappeler', '2026-11-02');
    expect(fields(await move(id, { to: 'LOST' }))).toEqual(['reason', 'note']);
    const lost = await move(id, { to: 'LOST', reason: 'HOUSING', note: 'Rien à louer à Tarascon' });
    expect(lost.record).toMatchObject({
      stage: 'LOST',
      lostReason: 'HOUSING',
      nextAction: null,
      nextActionOn: null,
    });
    expect((await names('filter: { action: THIS_WEEK }')).total).toBe(0);
    expect(fields(await move(id, { to: 'NEW' }))).toEqual(['note']);
    const back = await move(id, { to: 'QUALIFIED', note: 'Une maison s’est libérée' });
    expect(back.record).toMatchObject({ stage: 'QUALIFIED', lostReason: null, nextAction: 'Rappeler' });
    const { rows } = await world.superuser.query('select lost_at from prospect where id = $1', [id]);
    expect(rows).toEqual([{ lost_at: null }]);
    expect((await record(id)).events.map(({ kind }: { kind: string }) => kind)).toContain('LOST');
  });

  it('has settled where an installation took place, and nowhere else', async () => {
    const { household, move, territoryId } = desk();
    const id = await household();
    expect(fields(await move(id, { to: 'INSTALLED' }))).toEqual(['to']);
    await world.write(
      territoryId,
      `insert into installation (id, territory_id, prospect_id, status, planned_on, effective_on, commune_code, declared_by, adults)
       values ($1, $2, $3, 'EFFECTIVE', '2026-01-01', '2026-06-01', '09122', 'test', 2)`,
      [randomUUID(), territoryId, id],
    );
    expect((await move(id, { to: 'INSTALLED' })).record.stage).toBe('INSTALLED');
    expect(fields(await move(id, { to: 'PROJECT', note: 'Erreur' }))).toEqual(['to']);
  });

  it('says how it can be counted: by stage, and on a board', async () => {
    const { household, move, agent } = desk();
    await household({ name: 'Ali' });
    await move(await household({ name: 'Zoé' }), { to: 'QUALIFIED' });
    const { data } = await agent(
      `{ prospectStages { stage count } prospectBoard(search: "zoe") { stage count records { contact { name } } } }`,
    );
    expect(data?.['prospectStages'].slice(0, 3)).toEqual([
      { stage: 'NEW', count: 1 },
      { stage: 'QUALIFIED', count: 1 },
      { stage: 'IN_SESSION', count: 0 },
    ]);
    expect(data?.['prospectBoard'].slice(0, 2)).toEqual([
      { stage: 'NEW', count: 0, records: [] },
      { stage: 'QUALIFIED', count: 1, records: [{ contact: { name: 'Zoé' } }] },
    ]);
  });
});

describe('what is done next', () => {
  it('is found by its day, and by who follows the household', async () => {
    const { household, plan, assign, names, agent } = desk();
    const [late, today, none] = [
      await household({ name: 'Tard' }),
      await household({ name: 'Jour' }),
      await household({ name: 'Rien' }),
    ];
    await plan(late, 'Envoyer la liste des locaux', dayFrom(-2));
    await plan(today, 'Rappeler', dayFrom(0));
    const me = (await assign(today, 'agent-1')).record;
    expect(me.ownerId).toBe('agent-1');
    const due = async (filter: string) => (await names(`filter: { ${filter} }, orderBy: NAME`)).names;
    expect(await due('action: OVERDUE')).toEqual(['Tard']);
    expect(await due('action: TODAY')).toEqual(['Jour', 'Tard']);
    expect(await due('action: THIS_WEEK')).toEqual(['Jour', 'Tard']);
    expect(await due('action: NONE')).toEqual(['Rien']);
    expect(await due('owner: "agent-1"')).toEqual(['Jour']);
    expect(await due('unowned: true')).toEqual(['Rien', 'Tard']);
    const { data } = await agent('{ prospectRecords(first: 3) { nodes { id } } }');
    expect(data?.['prospectRecords'].nodes.map(({ id }: { id: string }) => id)).toEqual([late, today, none]);
  });

  it('is done or given up, and the timeline tells which', async () => {
    const { household, plan, close, record } = desk();
    const id = await household();
    expect(fields(await plan(id, ' ', '2026-12-01'))).toEqual(['what']);
    expect(fields(await plan(id, 'Rappeler', '2999-12-01'))).toEqual(['on']);
    await plan(id, 'Rappeler', '2026-12-01');
    expect((await close(id, true)).record).toMatchObject({ nextAction: null, nextActionOn: null });
    await close(id, true);
    const outcomes = (await record(id)).events.flatMap(
      ({ details }: { details: { name: string; value: string }[] }) =>
        details.filter(({ name }) => name === 'outcome').map(({ value }) => value),
    );
    expect(outcomes).toEqual(['DONE']);
  });
});

describe('being in touch', () => {
  it('counts from what came from the household, not from what was written to it', async () => {
    const { household, contact, note } = desk();
    const id = await household();
    await world.superuser.query(
      `update prospect set last_contact_at = '2024-01-01', retention_warned_at = now() where id = $1`,
      [id],
    );
    const last = async () =>
      (
        await world.superuser.query(
          'select last_contact_at::date::text as day, retention_warned_at as warned from prospect where id = $1',
          [id],
        )
      ).rows[0];
    await contact(id, 'WRITTEN_TO');
    await note(id, 'Toujours pas de nouvelles');
    expect(await last()).toMatchObject({ day: '2024-01-01', warned: expect.any(Date) });
    await contact(id, 'CALLED', '2025-06-01T10:00:00Z');
    expect(await last()).toEqual({ day: '2025-06-01', warned: null });
    expect(fields(await contact(id, 'MET', '2999-01-01T10:00:00Z'))).toEqual(['at']);
    expect(fields(await note(id, ' '))).toEqual(['note']);
  });
});

describe('a consent', () => {
  it('is written down in its exact words, holds once, and is ended once', async () => {
    const { household, consent, withdraw, record } = desk();
    const id = await household({ email: 'anne@riu.example' });
    const given = { purpose: 'NEWS', channel: 'PAPER', wording: 'Je veux bien la lettre du pays.' };
    expect(fields(await consent(id, { ...given, wording: 'Oui' }))).toEqual(['wording']);
    expect(fields(await consent(id, { ...given, channel: 'TELEPATHY' }))).toEqual(['consent']);
    expect((await consent(id, given)).__typename).toBe('ProspectSaved');
    expect(fields(await consent(id, given))).toEqual(['consent']);
    expect(fields(await withdraw(id, 'NEWS', ''))).toEqual(['note']);
    expect((await withdraw(id, 'NEWS', 'Au téléphone')).__typename).toBe('ProspectSaved');
    expect(fields(await withdraw(id, 'NEWS', 'Encore'))).toEqual(['consent']);
    expect((await record(id)).consents).toEqual([
      { ...given, version: 'own', withdrawnAt: expect.any(String) },
    ]);
  });
});
