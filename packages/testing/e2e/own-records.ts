import type { gatewayClient } from '../src/platform/gateway-client.js';

type Ask = ReturnType<typeof gatewayClient>;

/** Who is asked for a territory's records: anybody, and one of its agents. */
export interface Askers {
  ask: Ask;
  agent: Ask;
}

/** One record of each kind, as an address of the site would name it. */
export async function recordsOf({ ask, agent }: Askers): Promise<Record<string, unknown>> {
  const { data } = await ask(`{
    communes(first: 1, orderBy: POPULATION_DESC) { nodes { code } }
    solos(first: 2) { nodes { id slug displayName } }
    discoverySessions(first: 1) { nodes { id slug } }
    premises(first: 1) { nodes { id } }
    networkActors { id }
    arrivals(first: 1) { nodes { id slug } }
    facilityTypes { code }
  }`);
  const [commune, solo, session, premises] = [
    data?.communes.nodes[0],
    data?.solos.nodes[0],
    data?.discoverySessions.nodes[0],
    data?.premises.nodes[0],
  ];
  const campaign = await campaignOf(agent);
  const types = data?.facilityTypes.map(({ code }: { code: string }) => code).slice(0, 5);
  return {
    code: commune.code,
    codes: [commune.code],
    type: types[0],
    types,
    slug: solo.slug,
    search: solo.displayName,
    text: solo.displayName,
    id: session.id,
    sessionId: session.id,
    registrationId: await registrationOf(agent, session.id),
    session: session.slug,
    locale: 'fr',
    first: 50,
    list: '/espace/offre/faits',
    soon: '2099-01-01',
    token: campaign.invitations.nodes[0].link.replace('/verifier/', ''),
    'orderBy of soloRecords': 'NAME',
    'orderBy of prospectRecords': 'NAME',
    near: { commune: [commune.code] },
    same: { canSponsor: true },
    kind: 'ORGANISATION',
    step: 'CONTACT',
    'orderBy of networkRecords': 'NAME_ASC',
    'id of networkRecord': data?.networkActors[0].id,
    'slug of arrival': data?.arrivals.nodes[0].slug,
    'slug of discoverySession': session.slug,
    'slug of indicatorSnapshot': '2025',
    from: '2025-01-01',
    'from of discoverySessions': '2025-01-01T00:00:00Z',
    'from of fairs': '2025-01-01T00:00:00Z',
    'orderBy of sponsorRecords': 'NAME',
    'orderBy of sponsorshipRecords': 'HOUSEHOLD',
    to: '2025-12-31',
    day: '2025-12-31',
    by: 'YEAR',
    'id of arrivalRecord': data?.arrivals.nodes[0].id,
    siret: '73282932000074',
    ids: [],
    'id of premisesById': premises.id,
    soloId: solo.id,
    now: '2026-01-01T00:00:00Z',
    'input of newsPreview': {
      ...{ id: session.id, subject: 'Nouvelles', sessionIds: [session.id], fairIds: [], arrivals: [] },
    },
    'input of mergePreview': {
      keptId: solo.id,
      mergedId: data?.solos.nodes[1].id,
      fromMerged: [],
    },
    'id of verificationCampaign': campaign.id,
    ...(await householdsOf(agent)),
    ...(await promotionOf(agent)),
    ...(await protocolOf(agent)),
  };
}

/** A campaign and a fair of the demonstration. */
async function promotionOf(agent: Ask) {
  const { data } = await agent('{ campaigns(first: 1) { nodes { id } } fairRecords { id } }');
  return {
    'orderBy of campaigns': 'NAME_ASC',
    'id of campaign': data?.campaigns.nodes[0].id,
    'id of fairRecord': data?.fairRecords[0].id,
  };
}

/** A version of the territory's protocol, and a household that need not exist. */
async function protocolOf(agent: Ask) {
  const { data } = await agent('{ welcomeProtocols { id } }');
  // A territory without one is asked about a version that is nobody's.
  const id = data?.welcomeProtocols[0]?.id ?? '00000000-0000-4000-8000-000000000000';
  return {
    'id of welcomeProtocolRecord': id,
    'id of plannedProtocolSteps': id,
    startsOn: '2026-11-23',
    'household of plannedProtocolSteps': { childrenBirthYears: [], needsPremises: true, needsHousing: true },
  };
}

/** The demonstration's campaign, with a link by which a commune answers it. */
async function campaignOf(agent: Ask) {
  const { data } = await agent(
    '{ verificationCampaigns(first: 1) { nodes { id invitations(first: 1) { nodes { link } } } } }',
  );
  return data?.verificationCampaigns.nodes[0];
}

/** A household of the demonstration's session that is over. */
async function registrationOf(agent: Ask, sessionId: string): Promise<string> {
  const { data } = await agent(
    'query ($sessionId: ID!) { sessionRegistrations(sessionId: $sessionId, first: 1) { nodes { id } } }',
    { sessionId },
  );
  return data?.sessionRegistrations.nodes[0].id;
}

/** Two households of the demonstration. */
async function householdsOf(agent: Ask): Promise<Record<string, unknown>> {
  const { data } = await agent(
    '{ prospectRecords(first: 2) { nodes { id } } installationRecords(first: 1) { nodes { id } } }',
  );
  const [kept, merged] = data?.prospectRecords.nodes.map(({ id }: { id: string }) => id) ?? [];
  return {
    'id of prospectRecord': kept,
    prospectId: kept,
    'id of installationRecord': data?.installationRecords.nodes[0]?.id ?? kept,
    'orderBy of installationRecords': 'NAME',
    month: '2026-12',
    mine: false,
    'input of prospectMergePreview': { keptId: kept, mergedId: merged, fromMerged: [] },
  };
}
