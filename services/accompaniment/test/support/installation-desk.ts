import type { AccompanimentWorld } from './accompaniment-world.js';
import { prospectDesk } from './prospect-desk.js';

const STEP =
  'id key title phase owner assigneeId assigneeName standsInFor mine dueOn overdue status settledBy note version documents { key title from }';
const RECORD = `id version status horizon plannedOn expectedOn effectiveOn abandonedOn abandonReason adults childrenBirthYears
  jobs commune { code } householdName leadName mine protocolNumber evidence { kind declaredBy note fileId }
  progress { settled total overdue nextTitle } steps { ${STEP} }`;
const CHANGED = `__typename ... on InstallationSaved { record { ${RECORD} } } ... on InstallationOutdated { record { ${RECORD} } }
  ... on InstallationRefused { problems { field message } }`;

export const EVIDENCE = {
  effectiveOn: '2026-09-01',
  communeCode: '09030',
  evidence: 'LEASE',
  declaredBy: 'Mairie d’Auzat',
};

/** The names of the fields that are to be repaired. */
export const fields = ({ problems }: { problems: { field: string }[] }): string[] =>
  problems.map(({ field }) => field);

/** What agents of a territory do with installations. */
export function installationDesk(world: AccompanimentWorld, territoryId?: string) {
  const desk = prospectDesk(world, territoryId);
  const run = async (
    name: string,
    declared: string,
    variables: Record<string, unknown>,
    client = desk.agent,
  ) => {
    const given = Object.keys(variables).map((key) => `${key}: $${key}`);
    const { data, errors } = await client(
      `mutation (${declared}) { ${name}(${given.join(', ')}) { ${CHANGED} } }`,
      variables,
    );
    if (errors) throw new Error(errors[0]?.message);
    return data?.[name];
  };
  const versioned = (name: string, input: string) => (id: string, version: number, given: object) =>
    run(name, `$id: ID!, $version: Int!, $input: ${input}!`, { id, version, input: given });
  const plan = (prospectId: string, input: object = { horizon: 'SHORT_TERM' }, client = desk.agent) =>
    run(
      'planInstallation',
      '$prospectId: ID!, $input: InstallationPlanInput!',
      { prospectId, input },
      client,
    );
  return {
    ...desk,
    run,
    plan,
    change: versioned('changeInstallation', 'InstallationPlanInput'),
    declare: versioned('declareEffective', 'EffectiveInput'),
    abandon: versioned('abandonInstallation', 'AbandonInput'),
    /** A case of a household of its own. */
    planned: async (input: object = { horizon: 'SHORT_TERM' }, household: Record<string, unknown> = {}) => {
      const prospectId = await desk.household(household);
      return { prospectId, ...(await plan(prospectId, input)).record };
    },
    read: async (id: string) =>
      (await desk.agent(`query ($id: ID!) { installationRecord(id: $id) { ${RECORD} } }`, { id })).data?.[
        'installationRecord'
      ],
  };
}
