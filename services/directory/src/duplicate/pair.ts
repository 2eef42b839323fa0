import { BadInputError } from '@ancrage/subgraph/errors';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Two ids in the order in which pairs are kept; refuses what is none, and a record with itself. */
export function pairOf(one: string, other: string): [string, string] {
  const ids = [one, other].map((id) => id.toLowerCase());
  if (!ids.every((id) => UUID.test(id)) || ids[0] === ids[1])
    throw new BadInputError('Choisissez deux fiches différentes.');
  return ids.sort() as [string, string];
}
