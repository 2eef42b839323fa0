import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import { type AccompanimentWorld } from './accompaniment-world.js';
import { links } from './day-world.js';
import { type KnownSeed, knownHousehold } from './known-household.js';

const RECORD = `id version state name email activity capacity taken past pausedUntil quietSince leftAt
  consent { wording version channel givenAt } portrait { sentence consent { version channel } } commune { code }`;
const PAIR = `id version status sponsor { id name } household { id name } sponsorAcceptedAt householdAcceptedAt sponsorWord
  householdWord activeSince endedBy closingWords overdue lastContactOn contactCount reasons { kind sentence }
  contacts { by kind day words }`;
const SPONSOR = `__typename ... on SponsorSaved { record { ${RECORD} } } ... on SponsorOutdated { current: record { ${RECORD} } }
  ... on SponsorRefused { problems { field message } }`;
const SPONSORSHIP = `__typename ... on SponsorshipSaved { record { ${PAIR} } } ... on SponsorshipOutdated { current: record { ${PAIR} } }
  ... on SponsorshipRefused { problems { field message } }`;
const OWN = `__typename ... on OwnSponsorSaved { sponsor { ${page()} } } ... on OwnSponsorRefused { message problems { field message } }`;

function page(): string {
  return `id name email phone pausedUntil quietSince leftAt portrait { sentence } portraitWording consent { wording }
    households { id status accepted adults children horizon firstName arrival commune { code } childrenBirthYears name email
      phone reasons { kind sentence } contacts { by words } }`;
}

export const WORDING = 'Oui, je veux bien accueillir des nouveaux venus.';

/** A territory of its own, and what is done about sponsors there: by agents, by sponsors, by households. */
export function sponsorDesk(world: AccompanimentWorld, territoryId: string = randomUUID()) {
  const as = (role: Parameters<typeof viewerAs>[0], locale: 'fr' | 'en' = 'fr') =>
    world.subgraph.client({ territoryId, viewer: viewerAs(role), locale });
  const agent = as('AGENT');
  const anybody = world.subgraph.client({ territoryId });
  // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what a test finds out.
  const answer = async (asked: Promise<any>) => {
    const { data, errors } = await asked;
    return errors ? { code: errors[0].extensions.code, message: errors[0].message } : Object.values(data)[0];
  };
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  const ask = (client: typeof agent, text: string, variables: Record<string, unknown> = {}): Promise<any> =>
    answer(client(text, variables));
  const sponsorToken = (id: string) => links.tokenOf('SPONSOR', id);
  const householdToken = (id: string) => links.tokenOf('PROJECT', id);
  return {
    territoryId,
    as,
    agent,
    anybody,
    ask,
    sponsorToken,
    householdToken,
    household: (seed: KnownSeed = {}) => knownHousehold(world, territoryId, seed),
    sponsor: async (changes: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => {
      const sponsor = {
        name: 'Marie Vergé',
        email: `${randomUUID()}@parrains.example`,
        capacity: 1,
        ...changes,
      };
      const input = { sponsor, consent: { channel: 'PAPER', wording: WORDING }, ...more };
      return ask(
        agent,
        `mutation ($input: CreateSponsorInput!) { createSponsor(input: $input) { ${SPONSOR} } }`,
        { input },
      );
    },
    /** Calls a mutation about a sponsor that takes id and version, and perhaps one argument more. */
    change: (
      name: string,
      { id, version }: { id: string; version: number },
      declared = '',
      given = '',
      more = {},
    ) =>
      ask(
        agent,
        `mutation ($id: ID!, $version: Int! ${declared}) { ${name}(id: $id, version: $version ${given}) { ${SPONSOR} } }`,
        { id, version, ...more },
      ),
    record: (id: string) => ask(agent, `query ($id: ID!) { sponsorRecord(id: $id) { ${RECORD} } }`, { id }),
    propose: (prospectId: string, sponsorId: string, client = agent) =>
      ask(
        client,
        `mutation ($p: ID!, $s: ID!) { proposeSponsorship(prospectId: $p, sponsorId: $s) { ${SPONSORSHIP} } }`,
        { p: prospectId, s: sponsorId },
      ),
    proposals: (prospectId: string, client = agent) =>
      ask(
        client,
        `query ($p: ID!) { sponsorProposals(prospectId: $p) { openId proposals { rank sponsor { id name } reasons { kind sentence } }
        hindered { sponsor { id name } because } } }`,
        { p: prospectId },
      ),
    pair: (id: string) => ask(agent, `query ($id: ID!) { sponsorshipRecord(id: $id) { ${PAIR} } }`, { id }),
    note: (read: { id: string; version: number }, side: string, accept: boolean, words: string) =>
      ask(
        agent,
        `mutation ($id: ID!, $version: Int!, $side: SponsorshipSide!, $accept: Boolean!, $words: String!) {
        noteSponsorshipAnswer(id: $id, version: $version, side: $side, accept: $accept, words: $words) { ${SPONSORSHIP} } }`,
        { id: read.id, version: read.version, side, accept, words },
      ),
    end: (read: { id: string; version: number }, words: string) =>
      ask(
        agent,
        `mutation ($id: ID!, $version: Int!, $words: String!) { endSponsorship(id: $id, version: $version, words: $words) { ${SPONSORSHIP} } }`,
        { id: read.id, version: read.version, words },
      ),
    log: (id: string, input: object) =>
      ask(
        agent,
        `mutation ($id: ID!, $input: SponsorshipContactInput!) { logSponsorshipContact(id: $id, input: $input) { ${SPONSORSHIP} } }`,
        { id, input },
      ),
    page: (token: string, client = anybody) =>
      ask(client, `query ($token: String!) { ownSponsor(token: $token) { ${page()} } }`, { token }),
    asSponsor: (name: string, token: string, declared = '', given = '', more = {}) =>
      ask(anybody, `mutation ($token: String! ${declared}) { ${name}(token: $token ${given}) { ${OWN} } }`, {
        token,
        ...more,
      }),
    asHousehold: (name: string, token: string, id: string, declared = '', given = '', more = {}) =>
      ask(
        anybody,
        `mutation ($token: String!, $id: ID! ${declared}) { ${name}(token: $token, id: $id ${given}) { __typename
        ... on OwnSponsorshipSaved { sponsorship { id status accepted sponsorAccepted name presentation email phone contacts { by words } } }
        ... on OwnSponsorshipRefused { message problems { field } } } }`,
        { token, id, ...more },
      ),
    letters: async () =>
      (
        await world.superuser.query(
          `select split_part(key, ':', 1) as kind, recipient, subject, body, prospect_id from letter
            where territory_id = $1 and key like 'spons%' order by created_at, key`,
          [territoryId],
        )
      ).rows,
  };
}

export type SponsorDesk = ReturnType<typeof sponsorDesk>;

/** A pair that both have accepted by their own pages. */
export async function activePair(
  desk: SponsorDesk,
  seed: KnownSeed = {},
  sponsor: Record<string, unknown> = {},
) {
  const prospectId = await desk.household(seed);
  const sponsorId = (await desk.sponsor(sponsor)).record.id as string;
  const id = (await desk.propose(prospectId, sponsorId)).record.id as string;
  const tokens = { sponsor: desk.sponsorToken(sponsorId), household: desk.householdToken(prospectId) };
  await desk.asSponsor(
    'answerSponsorshipAsSponsor',
    tokens.sponsor,
    ', $id: ID!',
    ', id: $id, accept: true',
    { id },
  );
  await desk.asHousehold('answerSponsorshipAsHousehold', tokens.household, id, '', ', accept: true');
  return { id, prospectId, sponsorId, tokens };
}
