import type { SubgraphContext } from '@ancrage/subgraph';
import { isUuid } from '@ancrage/subgraph/pagination';
import { hasRole, WRITERS } from '@ancrage/subgraph/policies';
import type { ProtocolStep } from './protocol-step.js';
import type { WelcomeProtocol } from './welcome-protocol.type.js';
import type { WelcomeProtocolRecord } from './welcome-protocol-record.js';

const RECORD = `select p.id, p.number, p.status, p.name, p.introduction, p.steps, coalesce(p.origin = 'model', false) as "fromModel",
    case when p.origin <> 'model' then jsonb_build_object('id', p.origin) end as "copiedFrom",
    p.published_at as "publishedAt", p.updated_at as "updatedAt", p.version, p.demonstration,
    case when ${hasRole(...WRITERS)} then
      (select count(*)::int from installation i where i.protocol_id = p.id and i.status = 'PLANNED') end as running
  from welcome_protocol p where p.territory_id = $1`;

/** Every version, newest first. */
export const selectProtocols = (context: SubgraphContext): Promise<WelcomeProtocolRecord[]> =>
  context.read<WelcomeProtocolRecord>({
    name: 'welcome protocols',
    text: `${RECORD} order by p.number desc`,
    values: [context.requireTerritory()],
  });

/** One version as the viewer may see it; null for none. */
export async function selectProtocol(
  context: SubgraphContext,
  id: string,
): Promise<WelcomeProtocolRecord | null> {
  if (!isUuid(id)) return null;
  const [record] = await context.read<WelcomeProtocolRecord>({
    name: 'welcome protocol',
    text: `${RECORD} and p.id = $2`,
    values: [context.requireTerritory(), id],
  });
  return record ?? null;
}

/** What visitors may know of the published version; null while there is none. */
export async function selectPublicProtocol(context: SubgraphContext): Promise<WelcomeProtocol | null> {
  const [row] = await context.read<Omit<WelcomeProtocol, 'steps'> & { steps: ProtocolStep[] }>({
    name: 'public welcome protocol',
    text: `select id, name, introduction, steps, published_at as "publishedAt", demonstration
        from welcome_protocol where territory_id = $1 and status = 'PUBLISHED'`,
    values: [context.requireTerritory()],
  });
  if (!row) return null;
  const told = row.steps.filter(({ publicWords }) => publicWords !== '');
  return {
    ...row,
    steps: told.map(({ key, title, publicWords, phase, owner, actorName, anchor, delay, ...step }) => ({
      ...{ key, title, words: publicWords, phase, owner, actorName: actorName ?? null, anchor, delay },
      papers: step.documents.filter(({ from }) => from === 'HOUSEHOLD').map((paper) => paper.title),
      conditional: Object.keys(step.condition).length > 0,
    })),
  };
}
