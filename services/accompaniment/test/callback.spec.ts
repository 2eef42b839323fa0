import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROSPECT_WORDING_VERSION } from '../dist/prospect/consent-wording.js';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { prospectDesk } from './support/prospect-desk.js';

let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const ASK = `mutation ($input: AskCallbackInput!) { askCallback(input: $input) {
  __typename ... on CallbackAsked { callOn } ... on CallbackRefused { problems { field } } } }`;

function territory() {
  const desk = prospectDesk(world);
  const ask = async (more: Record<string, unknown> = {}) => {
    const input = {
      name: 'Anne Riu',
      phone: '06 12 34 56 78',
      key: randomUUID(),
      consent: { textVersion: PROSPECT_WORDING_VERSION, accepted: true },
      ...more,
    };
    return (await desk.anybody(ASK, { input })).data?.['askCallback'];
  };
  const everybody = async () => {
    const { data } = await desk.agent('{ prospectRecords(first: 50, orderBy: NAME) { nodes { id } } }');
    const ids: { id: string }[] = data?.['prospectRecords'].nodes;
    return Promise.all(ids.map(({ id }) => desk.record(id)));
  };
  return { ...desk, ask, everybody };
}

const asked = ({ events }: { events: { kind: string }[] }) =>
  events.filter(({ kind }) => kind === 'CALLBACK_ASKED').length;

describe('who wants to be called back', () => {
  it('is on the list of the next working day, with what they told and how they came', async () => {
    const { ask, everybody, territoryId } = territory();
    await world.write(
      territoryId,
      `insert into promotion_link (id, territory_id, code, label, target) values ($1, $2, 'affiche-gare', 'Affiche de la gare', '/rappel')`,
      [randomUUID(), territoryId],
    );
    const answer = await ask({
      callWhen: 'le soir',
      project: 'Ouvrir une librairie',
      email: 'anne@riu.example',
      adults: 2,
      childrenBirthYears: [2018],
      services: ['ecole'],
      horizon: 'SHORT_TERM',
      origin: { code: 'affiche-gare', declaredChannel: 'PRESS', declaredWords: 'La Dépêche' },
      consent: { textVersion: PROSPECT_WORDING_VERSION, accepted: true, news: true },
    });
    expect(answer).toEqual({
      __typename: 'CallbackAsked',
      callOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
    const [household] = await everybody();
    expect(household).toMatchObject({
      stage: 'NEW',
      nextAction: 'Rappeler',
      nextActionOn: answer.callOn,
      contact: { name: 'Anne Riu', phone: '+33612345678', callWhen: 'le soir' },
      childrenBirthYears: [2018],
      horizon: 'SHORT_TERM',
      touches: [
        {
          form: 'CALLBACK',
          link: 'Affiche de la gare',
          declaredChannel: 'PRESS',
          declaredWords: 'La Dépêche',
        },
      ],
      consents: expect.arrayContaining([
        expect.objectContaining({ purpose: 'FOLLOW_UP', channel: 'SITE', version: PROSPECT_WORDING_VERSION }),
        expect.objectContaining({ purpose: 'NEWS' }),
      ]),
    });
    const request = household.events.find(({ kind }: { kind: string }) => kind === 'CALLBACK_ASKED');
    expect(request).toMatchObject({ userId: null, fromThem: true, note: 'Ouvrir une librairie' });
    // Nobody but the form knows its key.
    expect(request.details.map(({ name }: { name: string }) => name).sort()).toEqual([
      'name',
      'phone',
      'when',
    ]);
  });

  it('is one, however often and however much at once the form is sent', async () => {
    const { ask, everybody } = territory();
    const form = { key: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(form)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const households = await everybody();
    expect(households.map(asked)).toEqual([1]);
  });

  it('who asks again with the same number is the same household, up to three times a day', async () => {
    const { ask, everybody } = territory();
    for (let time = 0; time < 5; time += 1) expect((await ask()).__typename).toBe('CallbackAsked');
    expect((await everybody()).map(asked)).toEqual([3]);
  });

  it('reads the same answer, known or unknown; what was known stays, what is planned too', async () => {
    const { ask, household, plan, record, everybody } = territory();
    const id = await household({ email: 'anne@riu.example', phone: '0561000000', project: 'Un atelier' });
    await plan(id, 'Envoyer la liste des locaux', '2031-01-15');
    const known = await ask({ email: 'ANNE@riu.example', project: 'Tout autre chose' });
    const unknown = await ask({ email: 'bob@riu.example', phone: '0699999999' });
    expect(known).toEqual(unknown);
    expect(await record(id)).toMatchObject({
      project: 'Un atelier',
      contact: { phone: '+33561000000' },
      nextAction: 'Rappeler · Envoyer la liste des locaux',
      nextActionOn: known.callOn,
    });
    expect(await everybody()).toHaveLength(2);
  });

  it('is refused without a number or a consent, and a programme learns nothing', async () => {
    const { ask, everybody } = territory();
    const without = await ask({
      phone: 'jamais',
      consent: { textVersion: PROSPECT_WORDING_VERSION, accepted: false },
    });
    expect(without.problems.map(({ field }: { field: string }) => field)).toEqual(['phone', 'consent']);
    const former = await ask({ consent: { textVersion: '2020-01', accepted: true } });
    expect(former.problems.map(({ field }: { field: string }) => field)).toEqual(['consent']);
    expect((await ask({ website: 'https://pub.example' })).__typename).toBe('CallbackAsked');
    expect(await everybody()).toEqual([]);
  });
});
