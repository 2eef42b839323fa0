import { BadInputError } from '@ancrage/subgraph/errors';
import { isUuid } from '@ancrage/subgraph/pagination';

/** Two ids in the order in which pairs are kept; refuses what is none, and a household with itself. */
export function pairOf(one: string, other: string): [string, string] {
  const ids = [one, other].map((id) => id.toLowerCase());
  if (!ids.every(isUuid) || ids[0] === ids[1])
    throw new BadInputError('Choisissez deux candidats différents.');
  return ids.sort() as [string, string];
}
