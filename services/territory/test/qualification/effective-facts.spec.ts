import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TwoTerritories, twoTerritories } from '../story.js';
import { asAgent, FOIX, source, state, vouch } from './facts.js';

let story: TwoTerritories;
beforeAll(async () => {
  story = await twoTerritories();
});
afterAll(() => story.subgraph.stop());

beforeEach(() =>
  asAgent(story, async (client) => {
    for (const table of ['offer_statement', 'verification', 'conflict_decision', 'correction', 'source'])
      await client.query(`delete from ${table} where territory_id = $1`, [story.pfha.id]);
  }),
);

const TYPE = 'D307';
const ask = async (type = TYPE) => {
  const { data, errors } = await story.subgraph.client({ territoryId: story.pfha.id })(
    `query ($code: ID!, $type: ID!) { commune(code: $code) {
      fact(type: $type) { status count basis conflict verification { expired } decision { stale } statements { count source { dataset } } }
      presence(types: [$type]) { status count } facilityCounts { type { code } count }
      qualification { completeness verifiedShare conflicts { field values { value source { dataset } } }
        families { family types present absent unknown verified expired conflicts } }
    } }`,
    { code: FOIX, type },
  );
  expect(errors).toBeUndefined();
  return data!.commune;
};

const decide = (client: import('pg').Client, count: number, considered: Record<string, number>) =>
  client.query(
    `insert into conflict_decision (territory_id, commune_code, type_code, count, considered, reason, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, 'vu sur place', 'Ariège', now())`,
    [
      story.pfha.id,
      FOIX,
      TYPE,
      count,
      Object.fromEntries(Object.entries(considered).map(([id, value]) => [`${id}-${story.pfha.id}`, value])),
    ],
  );

/** What is said, from the most believed to the least; each line of the table takes the first away. */
const VOICES = {
  decision: 8,
  verification: 7,
  list: 6,
  bpe: 5,
  counts: 4,
  expired: 3,
};
type Voice = keyof typeof VOICES | 'report';

async function say(voices: Voice[]) {
  await asAgent(story, async (client) => {
    const sources = { list: 'import-finess', bpe: 'import-bpe', counts: 'import-bpe-counts' } as const;
    const said: Record<string, number> = {};
    for (const voice of ['list', 'bpe', 'counts'] as const) {
      if (!voices.includes(voice)) continue;
      await source(client, story, sources[voice]);
      await state(client, story, sources[voice], { [TYPE]: VOICES[voice] });
      said[sources[voice]] = VOICES[voice];
    }
    if (voices.includes('verification')) await vouch(client, story, TYPE, VOICES.verification);
    else if (voices.includes('expired')) await vouch(client, story, TYPE, VOICES.expired, '-1 day');
    if (voices.includes('decision')) await decide(client, VOICES.decision, said);
    if (voices.includes('report'))
      await client.query(
        `insert into correction (id, territory_id, commune_code, type_code, origin, proposed_count) values ($1, $2, $3, $4, 'PUBLIC', 2)`,
        [randomUUID(), story.pfha.id, FOIX, TYPE],
      );
  });
}

describe('who is believed', () => {
  it.each<[Voice[], string, number | null, string]>([
    [['decision', 'verification', 'list', 'bpe', 'counts', 'report'], 'PRESENT', 8, 'DECISION'],
    [['verification', 'list', 'bpe', 'counts', 'report'], 'PRESENT', 7, 'VERIFICATION'],
    [['list', 'bpe', 'counts', 'expired', 'report'], 'PRESENT', 6, 'SOURCE'],
    [['bpe', 'counts', 'expired', 'report'], 'PRESENT', 5, 'SOURCE'],
    [['counts', 'expired', 'report'], 'PRESENT', 4, 'SOURCE'],
    [['expired', 'report'], 'UNVERIFIED', 3, 'VERIFICATION'],
    [['report'], 'UNVERIFIED', null, 'NONE'],
    [[], 'UNKNOWN', null, 'NONE'],
  ])('of %j', async (voices, status, count, basis) => {
    await say(voices);
    const { fact, presence, facilityCounts } = await ask();
    expect(fact).toMatchObject({ status, count, basis });
    expect(presence).toEqual([{ status, count }]);
    expect(facilityCounts).toEqual(status === 'PRESENT' ? [{ type: { code: TYPE }, count }] : []);
  });
});

describe('absent, unknown and unverified', () => {
  it('are three answers', async () => {
    await asAgent(story, async (client) => {
      await source(client, story, 'import-finess', ['D307', 'D265']);
      await state(client, story, 'import-finess', { D265: 2 });
      await vouch(client, story, 'W101', 1, '-1 day');
    });
    expect((await ask('D307')).fact).toMatchObject({
      status: 'ABSENT',
      count: 0,
      statements: [{ count: 0, source: { dataset: expect.stringContaining('finess') } }],
    });
    expect((await ask('W102')).fact).toMatchObject({ status: 'UNKNOWN', count: null, statements: [] });
    const { fact, qualification } = await ask('W101');
    expect(fact).toMatchObject({ status: 'UNVERIFIED', count: 1, verification: { expired: true } });
    expect(qualification.completeness).toBeCloseTo(2 / 39);
    expect(qualification.families.at(-1)).toEqual({
      family: 'WORKPLACES',
      types: 2,
      present: 0,
      absent: 0,
      unknown: 2,
      verified: 0,
      expired: 1,
      conflicts: 0,
    });
  });

  it('somebody who vouches that there is none makes it absent', async () => {
    await asAgent(story, (client) => vouch(client, story, 'W102', 0));
    expect((await ask('W102')).fact).toMatchObject({ status: 'ABSENT', count: 0, basis: 'VERIFICATION' });
  });

  it('a commune is qualified when every type that matters is verified, and no longer once one expired', async () => {
    const qualified = async () => {
      const { data } = await story.subgraph.client({ territoryId: story.pfha.id })(
        '{ territory { offerIndicators { communesQualified } } facilityTypes { code } }',
      );
      return data!;
    };
    const { facilityTypes } = await qualified();
    await asAgent(story, async (client) => {
      for (const { code } of facilityTypes) await vouch(client, story, code, 1);
    });
    expect((await qualified()).territory.offerIndicators.communesQualified).toBe(1);
    await asAgent(story, (client) => vouch(client, story, 'D307', 1, '-1 second'));
    expect((await qualified()).territory.offerIndicators.communesQualified).toBe(0);
  });
});

describe('sources that disagree', () => {
  const twoSources = (list: number, bpe: number) =>
    asAgent(story, async (client) => {
      await source(client, story, 'import-finess', [TYPE]);
      await source(client, story, 'import-bpe', [TYPE]);
      await state(client, story, 'import-finess', { [TYPE]: list });
      await state(client, story, 'import-bpe', bpe === 0 ? {} : { [TYPE]: bpe });
    });

  it('on whether there is one show as a conflict, with what each says', async () => {
    await twoSources(1, 0);
    const { fact, qualification } = await ask();
    expect(fact).toMatchObject({ status: 'PRESENT', count: 1, conflict: true });
    expect(qualification.conflicts).toEqual([
      {
        field: TYPE,
        values: expect.arrayContaining([
          { value: '1', source: { dataset: expect.stringContaining('finess') } },
          { value: '0', source: { dataset: expect.stringContaining('bpe') } },
        ]),
      },
    ]);
  });

  it('on the number alone do not, when they do not count the same thing', async () => {
    await twoSources(1, 3);
    expect((await ask()).fact).toMatchObject({ count: 1, conflict: false });
  });

  it('on the number do, when they are editions of the same inventory', async () => {
    await asAgent(story, async (client) => {
      for (const [id, count] of [
        ['import-bpe', 3],
        ['import-bpe-counts', 2],
      ] as const) {
        await source(client, story, id);
        await state(client, story, id, { [TYPE]: count });
      }
    });
    expect((await ask()).fact).toMatchObject({ count: 3, conflict: true });
  });

  it('are settled by a decision, until one of them says something else', async () => {
    await twoSources(1, 0);
    await asAgent(story, (client) => decide(client, 0, { 'import-finess': 1, 'import-bpe': 0 }));
    expect((await ask()).fact).toMatchObject({
      status: 'ABSENT',
      count: 0,
      basis: 'DECISION',
      conflict: false,
      decision: { stale: false },
    });
    await asAgent(story, (client) => state(client, story, 'import-finess', { [TYPE]: 2 }));
    expect((await ask()).fact).toMatchObject({
      status: 'PRESENT',
      count: 2,
      basis: 'SOURCE',
      conflict: true,
      decision: { stale: true },
    });
  });

  it('are settled by whoever vouches, until it expires', async () => {
    await twoSources(1, 0);
    await asAgent(story, (client) => vouch(client, story, TYPE, 0));
    expect((await ask()).fact).toMatchObject({ status: 'ABSENT', basis: 'VERIFICATION', conflict: false });
    await asAgent(story, (client) => vouch(client, story, TYPE, 0, '-1 second'));
    expect((await ask()).fact).toMatchObject({ status: 'PRESENT', basis: 'SOURCE', conflict: true });
  });
});

describe('services that closed', () => {
  it('do not show among the facilities, nor as the nearest one', async () => {
    const id = randomUUID();
    await asAgent(story, async (client) => {
      await source(client, story, 'import-bpe', [TYPE]);
      await client.query(
        `insert into facility (id, territory_id, commune_code, type_code, name, longitude, latitude, source_id) values ($1, $2, $3, $4, 'Pharmacie du Pont', 1.6, 42.96, $5)`,
        [id, story.pfha.id, FOIX, TYPE, `import-bpe-${story.pfha.id}`],
      );
      await state(client, story, 'import-bpe', { [TYPE]: 1 });
    });
    const listed = async () => {
      const { data } = await story.subgraph.client({ territoryId: story.pfha.id })(`{
        commune(code: "09122") { facilities { totalCount nodes { name } } }
        other: commune(code: "09030") { presence(types: ["${TYPE}"]) { nearest { facility { name } } } } }`);
      return [data!.commune.facilities.totalCount, data!.other.presence[0].nearest?.facility.name];
    };
    expect(await listed()).toEqual([1, 'Pharmacie du Pont']);
    await asAgent(story, (client) => vouch(client, story, TYPE, 0));
    expect(await listed()).toEqual([0, undefined]);
  });
});

it('an agent’s write gives the tiles another version', async () => {
  const version = async () =>
    (await story.subgraph.client({ territoryId: story.pfha.id })('{ territory { tiles { version } } }')).data!
      .territory.tiles.version;
  const before = await version();
  await asAgent(story, (client) => vouch(client, story, TYPE, 2));
  expect(await version()).not.toBe(before);
});
