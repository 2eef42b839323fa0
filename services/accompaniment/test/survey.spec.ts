import { randomUUID } from 'node:crypto';
import type { Connection } from '@ancrage/subgraph/database';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForSurveys } from '../dist/survey/ask-for-surveys.js';
import { AccompanimentWorld } from './support/accompaniment-world.js';
import { expected, hoursFromNow, links, timelineOf } from './support/day-world.js';
import { inScope } from './support/scoped-connection.js';

const territoryId = randomUUID();
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const visitor = () => world.subgraph.client({ territoryId });
const answer = async (id: string, input: object) => {
  const { data, errors } = await visitor()(
    `mutation ($token: String!, $input: SurveyInput!) { answerSurvey(token: $token, input: $input) { __typename
      ... on SurveyAnswered { survey { reply { rating outlook liked missed } } }
      ... on SurveyRefused { message problems { field } } } }`,
    { token: links.tokenOf('SURVEY', id), input },
  );
  return errors ? errors[0]?.message : data?.answerSurvey;
};
const own = async (id: string) => {
  const { data } = await visitor()(
    'query ($token: String!) { ownSurvey(token: $token) { open reply { rating liked } session { title } } }',
    { token: links.tokenOf('SURVEY', id) },
  );
  return data?.ownSurvey;
};
const came = async (endedDaysAgo = 1) => {
  const session = await world.session(territoryId, { startsAt: hoursFromNow(-24 * endedDaysAgo - 9) });
  return { session, ...(await expected(world, territoryId, session, { status: 'ATTENDED' })) };
};

describe('the survey', () => {
  it('is answered by who came, through their link alone, and can be changed', async () => {
    const { id, prospectId, session } = await came();
    expect(await own(id)).toMatchObject({ open: true, reply: null });
    const first = { rating: 4, outlook: 'THINKING', liked: '  La vallée,\n et l’école  ', missed: null };
    expect(await answer(id, first)).toMatchObject({
      survey: { reply: { rating: 4, outlook: 'THINKING', liked: 'La vallée,\n et l’école' } },
    });
    await answer(id, first);
    await answer(id, { ...first, rating: 5, outlook: 'PROJECT' });
    expect((await own(id)).reply.rating).toBe(5);
    expect(await timelineOf(world, prospectId)).toEqual(['SURVEY_ANSWERED', 'SURVEY_ANSWERED']);

    const { data } = await world.subgraph.client({ territoryId, viewer: viewerAs('AGENT') })(
      'query ($id: ID!) { sessionSurvey(sessionId: $id) { asked averageRating voices { rating contactName } } }',
      { id: session },
    );
    expect(data?.sessionSurvey).toEqual({
      asked: 1,
      averageRating: 5,
      voices: [{ rating: 5, contactName: 'Sam Dubois' }],
    });
  });

  it('says what is missing or too long, and keeps nothing of it', async () => {
    const { id } = await came();
    const refused = await answer(id, { liked: 'a'.repeat(2001) });
    expect(refused.problems).toEqual([{ field: 'rating' }, { field: 'outlook' }, { field: 'liked' }]);
    expect(await answer(id, { rating: 6, outlook: 'NO' })).toMatchObject({ problems: [{ field: 'rating' }] });
    expect((await own(id)).reply).toBeNull();
  });

  it('is for nobody who did not come, and closes a month after', async () => {
    const session = await world.session(territoryId, { startsAt: hoursFromNow(-24) });
    const absent = await expected(world, territoryId, session, { status: 'NO_SHOW' });
    expect(await own(absent.id)).toBeNull();
    expect((await answer(absent.id, { rating: 3, outlook: 'NO' })).__typename).toBe('SurveyRefused');
    const late = await came(31);
    expect((await own(late.id)).open).toBe(false);
    expect(await answer(late.id, { rating: 3, outlook: 'NO' })).toMatchObject({ problems: [] });
    expect((await own(late.id)).reply).toBeNull();
  });

  it('opens by no other link, nor in another territory', async () => {
    const { id } = await came();
    const ask = (as: { territoryId: string }, token: string) =>
      world.subgraph.client(as)('query ($token: String!) { ownSurvey(token: $token) { open } }', { token });
    const wrong = await ask({ territoryId }, links.tokenOf('REGISTRATION', id));
    const elsewhere = await ask({ territoryId: randomUUID() }, links.tokenOf('SURVEY', id));
    expect([wrong.data?.ownSurvey, elsewhere.data?.ownSurvey]).toEqual([null, null]);
  });

  it.each(['VIEWER', 'CONTRIBUTOR'] as const)('is not read by %s', async (role) => {
    const { session } = await came();
    const { errors } = await world.subgraph.client({ territoryId, viewer: viewerAs(role) })(
      'query ($id: ID!) { sessionSurvey(sessionId: $id) { asked } }',
      { id: session },
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the morning after', () => {
  it('writes once to each household that came, and to nobody else', async () => {
    const here = randomUUID();
    const ended = await world.session(here, { startsAt: hoursFromNow(-33) });
    const running = await world.session(here, { startsAt: hoursFromNow(-1) });
    const { id } = await expected(world, here, ended, { status: 'ATTENDED' });
    await expected(world, here, ended, { status: 'NO_SHOW' });
    await expected(world, here, running, { status: 'ATTENDED' });
    const keys = await inScope(
      world.database.appUrl,
      { territoryId: here, role: 'OPERATOR' },
      async (client) => {
        const scope = { territoryId: here, role: 'OPERATOR' as const, userId: null };
        const card = { slug: 'foix', name: 'Pays de Foix', site: 'https://foix.exemple.fr' };
        const work = askForSurveys(links);
        await work(client as unknown as Connection, scope, card, '2026-05-09');
        await work(client as unknown as Connection, scope, card, '2026-05-10');
        const { rows } = await client.query<{ key: string }>('select key from letter');
        return rows.map(({ key }) => key);
      },
    );
    expect(keys).toEqual([`survey:${id}:after`]);
  });
});
