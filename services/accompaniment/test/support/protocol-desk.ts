import { randomUUID } from 'node:crypto';
import { viewerAs } from '@ancrage/testing/signed-client';
import type { AccompanimentWorld } from './accompaniment-world.js';

const RECORD = `record { id number status version name running fromModel copiedFrom { id }
  steps { key title owner actorId actorName after } }`;
const OUTCOME = `__typename ... on ProtocolSaved { ${RECORD} } ... on ProtocolOutdated { ${RECORD} }
  ... on ProtocolRefused { problems { field message } }`;
const EVERYBODY = { actorIds: [] as string[], roles: ['AGENT', 'ADMINISTRATOR', 'CONTRIBUTOR'] };

interface Held {
  id: string;
  version: number;
}

/** A step as a form sends it. */
export const step = (title: string, rest: Record<string, unknown> = {}) => ({
  title,
  description: '',
  publicWords: '',
  phase: 'DECISION',
  owner: 'AGENT',
  anchor: 'START',
  after: [],
  delay: 2,
  documents: [],
  condition: {},
  ...rest,
});

/** The protocols of a new territory, through the API as its members use it. */
export class ProtocolDesk {
  readonly territoryId = randomUUID();

  constructor(private readonly world: AccompanimentWorld) {}

  as = (role: 'AGENT' | 'VIEWER' | 'CONTRIBUTOR') =>
    this.world.subgraph.client({ territoryId: this.territoryId, viewer: viewerAs(role) });

  visitor = (text: string) => this.world.subgraph.client({ territoryId: this.territoryId })(text);

  starting = (source: string, territoryId: string | null = null) =>
    this.#change(
      `mutation ($territoryId: ID) { outcome: startWelcomeProtocol(source: ${source}, territoryId: $territoryId) { ${OUTCOME} } }`,
      { territoryId },
    );

  start = async (source: string, territoryId: string | null = null) =>
    (await this.starting(source, territoryId)).record;

  save = ({ id, version }: Held, input: { name?: string; introduction?: string; steps: object[] }) =>
    this.#change(
      `mutation ($id: ID!, $version: Int!, $input: WelcomeProtocolInput!) {
        outcome: saveWelcomeProtocol(id: $id, version: $version, input: $input) { ${OUTCOME} } }`,
      { id, version, input: { name: 'Protocole', ...input } },
    );

  publish = ({ id, version }: Held, present = EVERYBODY) =>
    this.#change(
      `mutation ($id: ID!, $version: Int!, $present: PresentOwnersInput!) {
        outcome: publishWelcomeProtocol(id: $id, version: $version, present: $present) { ${OUTCOME} } }`,
      { id, version, present },
    );

  discard = ({ id, version }: Held) =>
    this.#change(
      `mutation ($id: ID!, $version: Int!) { outcome: discardWelcomeProtocol(id: $id, version: $version) { ${OUTCOME} } }`,
      { id, version },
    );

  read = async (id: string) => {
    const { data } = await this.as('AGENT')(`{ welcomeProtocolRecord(id: "${id}") { id status running
      steps { key title } } }`);
    return data?.welcomeProtocolRecord;
  };

  /** A welcome under way by a version, as it was begun. */
  running = async (protocolId: string) => {
    const installationId = await this.world.installation(this.territoryId);
    const { write, superuser } = this.world;
    await write.call(
      this.world,
      this.territoryId,
      `with begun as (
         update installation set protocol_id = $2, started_on = '2026-11-23' where id = $1 returning *)
       insert into installation_step (id, territory_id, installation_id, prospect_id, key, position, title, phase, owner, documents, due_on)
       select gen_random_uuid(), b.territory_id, b.id, b.prospect_id, s.step->>'key', s.rank, s.step->>'title',
              s.step->>'phase', s.step->>'owner', s.step->'documents', '2026-12-01'
         from begun b join welcome_protocol p on p.id = $2,
              jsonb_array_elements(p.steps) with ordinality as s (step, rank)`,
      [installationId, protocolId],
    );
    const state = async () => {
      const { rows } = await superuser.query(
        `select i.protocol_id, i.version, json_agg(s order by s.position) as steps
           from installation i join installation_step s on s.installation_id = i.id where i.id = $1
          group by i.id`,
        [installationId],
      );
      return rows[0];
    };
    return { state };
  };

  async #change(text: string, variables: Record<string, unknown>) {
    const { data, errors } = await this.as('AGENT')(text, variables);
    if (!data) throw new Error(JSON.stringify(errors));
    return data['outcome'];
  }
}
