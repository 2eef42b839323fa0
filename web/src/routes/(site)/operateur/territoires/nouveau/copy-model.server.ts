import {
  OperatedTerritoriesDocument,
  RefusalReasonsDocument,
  SaveRefusalReasonsDocument,
  StartProtocolDocument,
} from '#lib/graphql/generated/graphql.ts';
import { operatorGateway } from '#lib/server/operator.ts';
import type { RequestEvent } from './$types';

export type Model = { id: string; slug: string };

/** The territory with this short name, to start from; null when there is none. */
export async function modelOf(event: RequestEvent, slug: string): Promise<Model | null> {
  const gateway = await operatorGateway(event);
  const { operatedTerritories } = await gateway.ask(OperatedTerritoriesDocument, { search: slug });
  return operatedTerritories.nodes.find((territory) => territory.slug === slug) ?? null;
}

/**
 * Gives a new territory what another one has written for itself: its published protocol, as a draft to adapt, and the
 * reasons that its moderators have at hand. Settings came with its creation; consent and e-mail texts are the house's, the
 * same everywhere. Says whether all of it could be given.
 */
export async function copyModel(event: RequestEvent, slug: string, model: Model): Promise<boolean> {
  try {
    const [theirs, own] = await Promise.all([
      operatorGateway(event, model.slug),
      operatorGateway(event, slug),
    ]);
    const [{ refusalReasons }, usual] = await Promise.all([
      theirs.ask(RefusalReasonsDocument, {}),
      own.ask(RefusalReasonsDocument, {}),
    ]);
    // The usual ones stay the house's, so that the territory has them as they get better.
    if (refusalReasons.join('\n') !== usual.refusalReasons.join('\n')) {
      await own.change(SaveRefusalReasonsDocument, { reasons: refusalReasons });
    }
    // A territory that has published none gives none.
    await own.change(StartProtocolDocument, { source: 'TERRITORY', territoryId: model.id });
    return true;
  } catch {
    return false;
  }
}
