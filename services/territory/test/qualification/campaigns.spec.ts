import { createMailSink } from '@ancrage/local/mail';
import { LinkSigner } from '@ancrage/post/link';
import { asSuperuser } from '@ancrage/postgres/databases';
import { viewerAs } from '@ancrage/testing/signed-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERIFICATION_LINKS } from '../../dist/campaign/verification-link.js';
import { LINK_SECRET, type TwoTerritories, twoTerritories } from '../story.js';
import { asAgent, FOIX, source, state } from './facts.js';

let story: TwoTerritories;
let mail: Awaited<ReturnType<typeof createMailSink>>;
beforeAll(async () => {
  mail = await createMailSink({ smtpPort: 0, httpPort: 0 });
  story = await twoTerritories({
    smtpUrl: mail.smtpUrl,
    from: 'Ancrage <ne-pas-repondre@ancrage.test>',
    siteAddress: 'https://{host}',
  });
  await asAgent(story, async (client) => {
    await source(client, story, 'import-bpe', ['D307', 'D265']);
    await state(client, story, 'import-bpe', { D307: 1, D265: 2 });
  });
});
afterAll(async () => {
  await story.subgraph.stop();
  await mail.stop();
});

const as = (role: Parameters<typeof viewerAs>[0] | null, territoryId = story.pfha.id) =>
  story.subgraph.client({ territoryId, viewer: role && viewerAs(role) });
const ask = async (query: string, variables = {}, role: Parameters<typeof viewerAs>[0] | null = 'AGENT') => {
  const { data, errors } = await as(role)(query, variables);
  expect(errors).toBeUndefined();
  return data!;
};

const FUTURE = `${new Date().getFullYear() + 1}-06-30`;
const FIELDS = `id status invited opened answered pendingCorrections
  invitations { nodes { id commune { code } email link sentAt sendProblem openedAt answeredAt answeredBy revokedAt } }`;
const CAMPAIGN = `... on CampaignSaved { campaign { ${FIELDS} } }
  ... on OfferRefused { problems { field message } }`;

async function campaign(families = ['HEALTH'], communes: object[] = [{ code: FOIX }], open = true) {
  const input = { name: 'Santé', message: 'Merci', families, dueOn: FUTURE };
  const { result } = await ask(
    `mutation ($input: CreateVerificationCampaignInput!) { result: createVerificationCampaign(input: $input) { ${CAMPAIGN} } }`,
    { input },
  );
  const { id } = result.campaign;
  const invited = await ask(
    `mutation ($input: InviteCommunesInput!) { result: inviteCommunes(input: $input) { ${CAMPAIGN} } }`,
    { input: { campaignId: id, communes } },
  );
  if (open) await ask(`mutation { openVerificationCampaign(id: "${id}") { __typename } }`);
  const [invitation] = invited.result.campaign.invitations.nodes;
  return { id, invitation, token: invitation.link.replace('/verifier/', '') as string };
}
const read = async (id: string) =>
  (await ask(`{ verificationCampaign(id: "${id}") { ${FIELDS} } }`)).verificationCampaign;

const INVITATION = `query ($token: String!) { verificationInvitation(token: $token) { campaignName message dueOn answeredAt answeredBy
  commune { code } facts { type { code } status count statements { count } } answers { type { code } answer count names note } } }`;
const invitationOf = async (token: string) => (await ask(INVITATION, { token }, null)).verificationInvitation;
const ANSWER = `mutation ($input: AnswerVerificationInput!) { result: answerVerification(input: $input) {
  ... on VerificationAnswered { invitation { answers { type { code } answer count } } } ... on OfferRefused { problems { field } } } }`;
const answer = async (token: string, answers: object[], answeredBy = 'Mairie de Foix') =>
  as(null)(ANSWER, { input: { token, answeredBy, answers } });

describe('a link', () => {
  it('shows the facts of its families, and nothing of other communes', async () => {
    const { token } = await campaign();
    const shown = await invitationOf(token);
    expect(shown).toMatchObject({
      campaignName: 'Santé',
      message: 'Merci',
      commune: { code: FOIX },
      answers: [],
    });
    expect(shown.facts.map(({ type }: { type: { code: string } }) => type.code)).toEqual([
      'D265',
      'D277',
      'D281',
      'D279',
      'D307',
      'D113',
      'D106',
    ]);
    expect(shown.facts[4]).toMatchObject({ status: 'PRESENT', count: 1, statements: [{ count: 1 }] });
  });

  it('is dead when it is forged, of another territory, a draft’s, closed, past, or ended', async () => {
    const { id, invitation, token } = await campaign();
    const dead = async (given = token, territoryId = story.pfha.id) => {
      const client = as(null, territoryId);
      const { data } = await client(INVITATION, { token: given });
      const input = {
        token: given,
        answeredBy: 'X',
        answers: [{ type: 'D307', answer: 'CORRECTED', count: 7 }],
      };
      const { errors } = await client(ANSWER, { input });
      return data!.verificationInvitation === null && errors?.[0]?.extensions.code === 'NOT_FOUND';
    };
    const forged = new LinkSigner('another secret, of thirty-two characters', VERIFICATION_LINKS).tokenOf(
      invitation.id,
    );
    expect(await dead(forged)).toBe(true);
    expect(await dead(token, story.couserans.id)).toBe(true);
    expect(await dead((await campaign(['HEALTH'], [{ code: FOIX }], false)).token)).toBe(true);
    const past = await campaign();
    await asSuperuser(story.database.superuserUrl, (client) =>
      client.query('update verification_campaign set due_on = current_date - 2 where id = $1', [past.id]),
    );
    expect(await dead(past.token)).toBe(true);
    const ended = await campaign();
    await ask(
      `mutation { removeInvitations(campaignId: "${ended.id}", ids: ["${ended.invitation.id}"]) { __typename } }`,
    );
    expect(await dead(ended.token)).toBe(true);
    expect(await dead()).toBe(false);
    await ask(`mutation { closeVerificationCampaign(id: "${id}") { __typename } }`);
    expect(await dead()).toBe(true);
    expect(new LinkSigner(LINK_SECRET, VERIFICATION_LINKS).tokenOf(invitation.id)).toBe(token);
  });

  it('is shown to agents alone', async () => {
    const { id } = await campaign();
    const links = async (role: 'VIEWER' | 'AGENT') => {
      const data = await ask(
        `{ verificationCampaign(id: "${id}") { invitations { nodes { link } } } }`,
        {},
        role,
      );
      return data.verificationCampaign.invitations.nodes[0].link;
    };
    expect(await links('VIEWER')).toBeNull();
    expect(await links('AGENT')).toMatch(/^\/verifier\/[\w-]{64}$/);
    const { errors } = await as(null)('{ verificationCampaigns { totalCount } }');
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('an answer', () => {
  const pending = async (id: string) =>
    (
      await ask(
        'query ($id: ID!) { corrections(filter: { campaign: $id, status: PENDING }) { nodes { id type { code } proposedCount proposedNames origin sentBy } } }',
        { id },
      )
    ).corrections.nodes;

  it('may be partial, changed and taken back; what is pending never doubles', async () => {
    const { id, token } = await campaign();
    await answer(token, [
      { type: 'D307', answer: 'CONFIRMED', count: 1 },
      { type: 'D265', answer: 'CORRECTED', count: 3, names: ['Dr Martin', ' '], note: 'arrivée en mai' },
    ]);
    await Promise.all(
      [1, 2, 3].map((count) => answer(token, [{ type: 'D265', answer: 'CORRECTED', count }])),
    );
    await answer(token, [
      { type: 'D265', answer: 'CORRECTED', count: 4 },
      { type: 'D307', answer: 'DONT_KNOW' },
    ]);
    expect(await pending(id)).toMatchObject([
      { type: { code: 'D265' }, proposedCount: 4, origin: 'CAMPAIGN', sentBy: 'Mairie de Foix' },
    ]);
    expect(await read(id)).toMatchObject({ opened: 1, answered: 1, pendingCorrections: 1 });
    expect((await invitationOf(token)).answers).toMatchObject([
      { type: { code: 'D265' }, answer: 'CORRECTED', count: 4 },
    ]);
  });

  it('shows once an agent accepts it, with the services it names, and is not queued again', async () => {
    const { id, token } = await campaign();
    const answers = [
      { type: 'D277', answer: 'CORRECTED', count: 2, names: ['Cabinet du Pont', 'Cabinet du Château'] },
    ];
    await answer(token, answers);
    const sheet = async () =>
      (
        await ask(
          `{ commune(code: "${FOIX}") { fact(type: "D277") { status count verification { verifiedBy } } facilities { nodes { name source { dataset } } } } }`,
          {},
          null,
        )
      ).commune;
    expect((await sheet()).fact.status).toBe('UNVERIFIED');
    const [correction] = await pending(id);
    await ask('mutation ($ids: [ID!]!) { acceptCorrections(ids: $ids) { __typename } }', {
      ids: [correction.id],
    });
    expect(await sheet()).toMatchObject({
      fact: { status: 'PRESENT', count: 2, verification: { verifiedBy: 'Mairie de Foix' } },
      facilities: { nodes: [{ name: 'Cabinet du Château' }, { name: 'Cabinet du Pont' }] },
    });
    await answer(token, answers);
    expect(await pending(id)).toEqual([]);
  });

  it.each([
    ['another family', [{ type: 'C108', answer: 'CORRECTED', count: 1 }], ['answers.0.type']],
    [
      'a type twice',
      [
        { type: 'D307', answer: 'DONT_KNOW' },
        { type: 'D307', answer: 'DONT_KNOW' },
      ],
      ['answers'],
    ],
    ['no number', [{ type: 'D307', answer: 'CORRECTED' }], ['answers.D307.count']],
    ['too many', [{ type: 'D307', answer: 'CORRECTED', count: 5000 }], ['answers.D307.count']],
    ['a confirmation of the unknown', [{ type: 'D113', answer: 'CONFIRMED' }], ['answers.D113.count']],
    [
      'a name that is a novel',
      [{ type: 'D307', answer: 'CORRECTED', count: 1, names: ['x'.repeat(121)] }],
      ['answers.D307.names'],
    ],
  ])('of %s is refused, and nothing is queued', async (_what, answers, fields) => {
    const { id, token } = await campaign();
    const { data } = await answer(token, answers);
    expect(data!.result.problems.map(({ field }: { field: string }) => field)).toEqual(fields);
    expect(await pending(id)).toEqual([]);
  });

  it('names a body, never an address', async () => {
    const { token } = await campaign();
    const { data } = await answer(token, [{ type: 'D307', answer: 'CONFIRMED' }], 'maire@foix.fr');
    expect(data!.result.problems).toEqual([{ field: 'answeredBy' }]);
  });
});

describe('e-mails', () => {
  const mailsTo = async (address: string) => {
    const answer = await fetch(`${mail.httpUrl}/messages?to=${encodeURIComponent(address)}`);
    return (await answer.json()) as unknown[];
  };

  it('leave when the campaign opens, once a commune, and not before', async () => {
    const { id } = await campaign(
      ['HEALTH'],
      [{ code: FOIX, email: 'mairie@foix.test' }, { code: '09030' }],
      false,
    );
    expect(await mailsTo('mairie@foix.test')).toEqual([]);
    await ask(`mutation { openVerificationCampaign(id: "${id}") { __typename } }`);
    await expect.poll(() => mailsTo('mairie@foix.test')).toHaveLength(1);
    await expect
      .poll(async () =>
        (await read(id)).invitations.nodes.map(({ sentAt }: { sentAt: string | null }) => sentAt !== null),
      )
      .toEqual([false, true]);
  });

  it('that cannot be handed over say why, and leave the link to be copied', async () => {
    const { id } = await campaign(['HEALTH'], [{ code: FOIX, email: `${'x'.repeat(80)}@foix.test` }]);
    await asSuperuser(story.database.superuserUrl, (client) =>
      client.query(
        "update campaign_invitation set send_problem = 'boîte pleine', sent_at = null where campaign_id = $1",
        [id],
      ),
    );
    expect((await read(id)).invitations.nodes[0]).toMatchObject({
      sendProblem: 'boîte pleine',
      link: expect.any(String),
    });
    const again = `mutation { remindInvitations(campaignId: "${id}") { __typename } }`;
    await ask(again);
    await expect
      .poll(async () => (await read(id)).invitations.nodes[0])
      .toMatchObject({ sendProblem: null, sentAt: expect.any(String) });
  });

  it('go to addresses and communes that exist, or nothing is invited', async () => {
    const { id } = await campaign(['HEALTH'], [{ code: FOIX }], false);
    const { result } = await ask(
      `mutation ($input: InviteCommunesInput!) { result: inviteCommunes(input: $input) { ${CAMPAIGN} } }`,
      {
        input: { campaignId: id, communes: [{ code: '09030', email: 'pas une adresse' }, { code: '09261' }] },
      },
    );
    expect(result.problems.map(({ field }: { field: string }) => field)).toEqual([
      'communes.0.email',
      'communes.1.code',
    ]);
    expect(await read(id)).toMatchObject({ invited: 1 });
  });
});

describe('a campaign', () => {
  it.each([
    ['without a name', { name: ' ' }, 'name'],
    ['about nothing', { families: [] }, 'families'],
    ['that is over', { dueOn: '2020-01-01' }, 'dueOn'],
    ['of ten years', { dueOn: '2036-01-01' }, 'dueOn'],
    ['with a novel', { message: 'x'.repeat(4001) }, 'message'],
  ])('%s is refused', async (_what, wrong, field) => {
    const input = { name: 'Santé', families: ['HEALTH'], dueOn: FUTURE, ...wrong };
    const { result } = await ask(
      `mutation ($input: CreateVerificationCampaignInput!) { result: createVerificationCampaign(input: $input) { ${CAMPAIGN} } }`,
      { input },
    );
    expect(result.problems.map((problem: { field: string }) => problem.field)).toEqual([field]);
  });

  it('is not made by contributors', async () => {
    const { errors } = await as('CONTRIBUTOR')(
      `mutation { createVerificationCampaign(input: { name: "A", families: [HEALTH], dueOn: "${FUTURE}" }) { __typename } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
