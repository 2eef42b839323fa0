import { type Outcome, refused } from './outcome.js';
import type { Person } from './people.js';
import type { Attendee } from './session.js';
import { replaySponsorship } from './sponsorship.js';
import type { Stage } from './stage.js';
import { replayWelcome } from './welcome.js';

/** Of the households that came in the reference case, six live there; five mean to. */
const EFFECTIVE = 6;
/** Of the six, the one whose welcome is told in full. */
const FOLLOWED = 1;
const PLANNED = ['MEDIUM_TERM', 'MEDIUM_TERM', 'MEDIUM_TERM', 'LONG_TERM', 'LONG_TERM'];

/**
 * Households decide to come: their welcome begins, one is followed from step to step and finds a sponsor, and six are
 * declared settled, on evidence.
 */
export async function replayInstallations(
  stage: Stage,
  came: readonly Attendee[],
  sponsor: Person,
  tell: (line: string) => void,
): Promise<void> {
  for (const [index, attendee] of came.slice(0, EFFECTIVE).entries()) {
    const communeCode = stage.communes[index % stage.communes.length]!.code;
    const planned = await plan(stage, attendee, 'SHORT_TERM', communeCode);
    if (index === FOLLOWED) {
      await replayWelcome(stage, attendee, planned.id, tell);
      await replaySponsorship(stage, attendee, sponsor, tell);
    }
    await settle(stage, attendee, await standing(stage, planned.id), communeCode);
  }
  tell(`${EFFECTIVE} foyers s’installent, avec une preuve`);
  for (const [index, horizon] of PLANNED.entries())
    await plan(stage, came[EFFECTIVE + index]!, horizon, null);
  tell(`${PLANNED.length} préparent leur venue à moyen ou à long terme`);
}

interface Installation {
  id: string;
  version: number;
}
interface Changed extends Outcome {
  record?: Installation;
}

async function plan(
  { agent }: Stage,
  { household, prospectId }: Attendee,
  horizon: string,
  communeCode: string | null,
): Promise<Installation> {
  const { adults, children } = household;
  const { done } = await agent<{ done: Changed }>(
    `mutation ($prospectId: ID!, $input: InstallationPlanInput!) {
       done: planInstallation(prospectId: $prospectId, input: $input) { ${CHANGED} } }`,
    { prospectId, input: { horizon, communeCode, adults, childrenBirthYears: children } },
  );
  return done.record ?? refused(done);
}

/** A case as it stands: its steps may have moved it on since it was planned. */
async function standing({ agent }: Stage, id: string): Promise<Installation> {
  const { record } = await agent<{ record: Installation }>(
    'query ($id: ID!) { record: installationRecord(id: $id) { id version } }',
    { id },
  );
  return record;
}

async function settle(
  { agent }: Stage,
  { household }: Attendee,
  { id, version }: Installation,
  communeCode: string,
): Promise<void> {
  const input = {
    effectiveOn: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(),
    communeCode,
    evidence: 'LEASE',
    declaredBy: 'Agent du replay (démonstration)',
    jobs: household.adults,
    adults: household.adults,
    childrenBirthYears: household.children,
  };
  const { done } = await agent<{ done: Changed }>(
    `mutation ($id: ID!, $version: Int!, $input: EffectiveInput!) {
       done: declareEffective(id: $id, version: $version, input: $input) { ${CHANGED} } }`,
    { id, version, input },
  );
  if (!done.record) refused(done);
}

const CHANGED = `__typename ... on InstallationSaved { record { id version } }
  ... on InstallationRefused { problems { field message } }`;
