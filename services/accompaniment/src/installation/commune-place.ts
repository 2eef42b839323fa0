import type { SubgraphContext } from '@ancrage/subgraph';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import type { AskNeighbour } from '../neighbour/ask-neighbour.js';

/** Where a commune is, seen from the territory; UNKNOWN while the offer, which has the list, does not answer. */
export type CommunePlace = 'HERE' | 'ELSEWHERE' | 'UNKNOWN';

const COMMUNES = '{ territory { communes { code } } }';

/**
 * Asks the offer, with the agent's own rights, whether a commune is of the territory. To be done before the case is
 * locked: nobody waits for another service with a lock in hand. HERE for none, which is another fault. Agents only.
 */
export async function placeOfCommune(
  context: SubgraphContext,
  ask: AskNeighbour,
  code: string | null | undefined,
): Promise<CommunePlace> {
  context.requireRole(...WRITERS);
  const wanted = code?.trim();
  if (!wanted) return 'HERE';
  try {
    const { territory } = await ask<{ territory: { communes: { code: string }[] } | null }>(
      context,
      'territory',
      { query: COMMUNES, variables: {} },
    );
    return territory?.communes.some((commune) => commune.code === wanted) ? 'HERE' : 'ELSEWHERE';
  } catch (error) {
    context.log.warn({ err: error }, 'the communes of a territory could not be asked for');
    return 'UNKNOWN';
  }
}

/** Notes that a settling cannot be declared in that commune; one that is no commune at all has been noted already. */
export function judgePlace(place: CommunePlace, problems: Problems): void {
  if (place === 'HERE' || problems.list.some(({ field }) => field === 'communeCode')) return;
  if (place === 'ELSEWHERE')
    problems.add(
      'communeCode',
      'Cette commune n’est pas du territoire.',
      'This commune is not of the territory.',
    );
  else
    problems.add(
      'communeCode',
      'La liste des communes ne répond pas : rien n’a été enregistré. Réessayez dans un instant.',
      'The list of communes does not answer: nothing was saved. Try again in a moment.',
    );
}
