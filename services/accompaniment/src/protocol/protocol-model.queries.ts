import type { SubgraphContext } from '@ancrage/subgraph';
import { isUuid } from '@ancrage/subgraph/pagination';
import type { ProtocolStep } from './protocol-step.js';

/** A published protocol of some territory, as a list of models shows it. */
export interface ModelRow {
  territoryId: string;
  name: string;
  stepCount: number;
  publishedAt: Date;
  demonstration: boolean;
}

/** The published protocols of every other territory: counted by a role that sees no draft, and read by nobody here. */
export const selectModels = (context: SubgraphContext): Promise<ModelRow[]> =>
  context.read<ModelRow>({
    name: 'protocol models',
    text: `select territory_id as "territoryId", name, step_count as "stepCount", published_at as "publishedAt", demonstration
        from published_protocols() where territory_id <> $1 order by published_at desc limit 500`,
    values: [context.requireTerritory()],
  });

interface PublishedProtocol {
  name: string;
  introduction: string | null;
  steps: ProtocolStep[];
  origin: string | null;
}

/** What a territory has published, read with a visitor's rights there; null while it has nothing. */
export async function readModelOf(
  context: SubgraphContext,
  territoryId: string,
): Promise<PublishedProtocol | null> {
  if (!isUuid(territoryId)) return null;
  const [row] = await context.readIn<PublishedProtocol>(territoryId, {
    name: 'protocol of a territory',
    text: `select name, introduction, steps, origin from welcome_protocol
        where territory_id = $1 and status = 'PUBLISHED'`,
    values: [territoryId],
  });
  return row ?? null;
}
