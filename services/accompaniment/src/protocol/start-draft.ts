import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { WELCOME_MODEL } from './model.js';
import type { ProtocolResult } from './protocol.result.js';
import { readModelOf } from './protocol-model.queries.js';
import type { ProtocolStep } from './protocol-step.js';
import { selectProtocol } from './welcome-protocol.queries.js';

export type ProtocolSource = 'PUBLISHED' | 'MODEL' | 'TERRITORY' | 'NOTHING';
interface Beginning {
  name: string;
  introduction: string | null;
  steps: ProtocolStep[];
  origin: string | null;
}

/** Begins a draft with what there is elsewhere. One draft at a time: whoever comes second is told. Agents only. */
export async function startDraft(
  context: SubgraphContext,
  source: ProtocolSource,
  fromTerritoryId: string | null,
): Promise<typeof ProtocolResult> {
  context.requireRole(...WRITERS);
  const problems = new Problems(context.origin.locale);
  const beginning = await beginningOf(context, source, fromTerritoryId);
  if (!beginning) {
    problems.add('source', 'Ce protocole n’est plus publié.', 'This protocol is no longer published.');
    return { __typename: 'ProtocolRefused', problems: problems.list };
  }
  const [id, territoryId] = [randomUUID(), context.requireTerritory()];
  const { name, introduction, steps, origin } = beginning;
  // The index of drafts decides between two who begin at the same time.
  const written = await context.write((connection) =>
    connection.query(
      `insert into welcome_protocol (id, territory_id, number, name, introduction, steps, origin)
       select $2, $1, coalesce(max(number), 0) + 1, $3, $4, $5, $6 from welcome_protocol where territory_id = $1
       on conflict do nothing`,
      [territoryId, id, name, introduction, JSON.stringify(steps), origin],
    ),
  );
  if (written.rowCount === 1)
    return { __typename: 'ProtocolSaved', record: await selectProtocol(context, id) };
  problems.add(
    'source',
    'Un brouillon existe déjà : continuez-le.',
    'There is a draft already: go on with it.',
  );
  return { __typename: 'ProtocolRefused', problems: problems.list };
}

async function beginningOf(
  context: SubgraphContext,
  source: ProtocolSource,
  territoryId: string | null,
): Promise<Beginning | null> {
  const locale = context.origin.locale;
  switch (source) {
    case 'MODEL':
      return { ...WELCOME_MODEL, origin: 'model' };
    case 'NOTHING':
      return {
        name: locale === 'en' ? 'Our welcome' : 'Notre protocole d’accueil',
        introduction: null,
        steps: [],
        origin: null,
      };
    case 'PUBLISHED':
      return readModelOf(context, context.requireTerritory());
    case 'TERRITORY': {
      const model = territoryId ? await readModelOf(context, territoryId) : null;
      // The actors are of the other territory's network: here somebody else does it.
      const steps = model?.steps.map(({ actorId: _id, actorName: _name, ...step }) => step);
      return model && steps ? { ...model, steps, origin: territoryId } : null;
    }
  }
}
