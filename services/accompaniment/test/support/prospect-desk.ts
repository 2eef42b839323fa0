import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import type { AccompanimentWorld } from './accompaniment-world.js';

export type Role = Parameters<typeof viewerAs>[0];

const RECORD = `id stage version ownerId mine nextAction nextActionOn lostReason adults childrenBirthYears project activity
  horizon firstContactOn contact { name email phone callWhen } needs { speed services } wishedCommunes { code }`;
const CHANGED = `__typename ... on ProspectSaved { known record { ${RECORD} } } ... on ProspectRefused { problems { field message } }`;
const PARTS = `touches { form channel link fair campaign declaredChannel declaredWords }
  consents { purpose wording version channel withdrawnAt } events { kind note mine userId fromThem details { name value } }
  files { id name mediaType size href } sessions { status seats session { title } } installation { status }`;

/** A territory of its own, and what its agents ask about households. */
export function prospectDesk(world: AccompanimentWorld, territoryId: string = randomUUID()) {
  const as = (role: Role) => world.subgraph.client({ territoryId, viewer: viewerAs(role) });
  const agent = as('AGENT');
  const anybody = world.subgraph.client({ territoryId });
  const run = async (name: string, declared: string, given: string, variables: Record<string, unknown>) => {
    const { data, errors } = await agent(
      `mutation (${declared}) { ${name}(${given}) { ${CHANGED} } }`,
      variables,
    );
    return errors ? { errors } : data?.[name];
  };
  return {
    territoryId,
    as,
    agent,
    anybody,
    create: (household: Record<string, unknown>, more: Record<string, unknown> = {}) =>
      run('createProspect', '$input: CreateProspectInput!', 'input: $input', {
        input: { household, ...more },
      }),
    /** The id of a household that agents write down. */
    household: async (household: Record<string, unknown> = {}) => {
      const input = { household: { name: 'Anne Riu', ...household } };
      const { data } = await agent(
        `mutation ($input: CreateProspectInput!) { createProspect(input: $input) { ... on ProspectSaved { record { id } } } }`,
        { input },
      );
      return data?.['createProspect'].record.id as string;
    },
    update: async (id: string, version: number, input: Record<string, unknown>) =>
      (
        await agent(
          `mutation ($id: ID!, $version: Int!, $input: ProspectInput!) { updateProspect(id: $id, version: $version, input: $input) {
            ${CHANGED} ... on ProspectOutdated { record { ${RECORD} } } } }`,
          { id, version, input },
        )
      ).data?.['updateProspect'],
    move: (id: string, input: Record<string, unknown>) =>
      run('moveProspect', '$id: ID!, $input: MoveProspectInput!', 'id: $id, input: $input', { id, input }),
    assign: (id: string, ownerId: string | null) =>
      run('assignProspect', '$id: ID!, $ownerId: ID', 'id: $id, ownerId: $ownerId', { id, ownerId }),
    plan: (id: string, what: string, on: string) =>
      run('setNextAction', '$id: ID!, $what: String!, $on: Date!', 'id: $id, what: $what, on: $on', {
        id,
        what,
        on,
      }),
    close: (id: string, done: boolean) =>
      run('closeNextAction', '$id: ID!, $done: Boolean!', 'id: $id, done: $done', { id, done }),
    note: (id: string, note: string) =>
      run('addProspectNote', '$id: ID!, $note: String!', 'id: $id, note: $note', { id, note }),
    contact: (id: string, kind: string, at: string | null = null) =>
      run(
        'logProspectContact',
        '$id: ID!, $kind: ProspectContactKind!, $at: DateTime',
        'id: $id, kind: $kind, at: $at',
        {
          id,
          kind,
          at,
        },
      ),
    consent: (id: string, input: Record<string, unknown>) =>
      run('recordProspectConsent', '$id: ID!, $input: ProspectConsentInput!', 'id: $id, input: $input', {
        id,
        input,
      }),
    withdraw: (id: string, purpose: string, note: string) =>
      run(
        'withdrawProspectConsent',
        '$id: ID!, $purpose: String!, $note: String!',
        'id: $id, purpose: $purpose, note: $note',
        { id, purpose, note },
      ),
    removeFile: (id: string, fileId: string) =>
      run('removeProspectFile', '$id: ID!, $fileId: ID!', 'id: $id, fileId: $fileId', { id, fileId }),
    record: async (id: string) =>
      (await agent(`query ($id: ID!) { prospectRecord(id: $id) { ${RECORD} ${PARTS} } }`, { id })).data?.[
        'prospectRecord'
      ],
    /** Names of who is found, in order. */
    names: async (given: string) => {
      const { data, errors } = await agent(
        `{ prospectRecords(${given}) { totalCount nodes { contact { name } } pageInfo { hasNextPage endCursor } } }`,
      );
      if (errors) throw new Error(errors[0]?.message);
      const found = data?.['prospectRecords'];
      return {
        names: found.nodes.map(({ contact }: { contact: { name: string } }) => contact.name) as string[],
        total: found.totalCount as number,
        next: found.pageInfo.hasNextPage ? (found.pageInfo.endCursor as string) : null,
      };
    },
  };
}
