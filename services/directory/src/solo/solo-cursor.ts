import { BadInputError } from '@ancrage/subgraph/errors';
import { decodeCursor, encodeCursor } from '@ancrage/subgraph/pagination';
import type { Solo } from './solo.entity.js';

/** A solo as the statements of lists give it, with what it is ordered by. */
export type SoloRow = Solo & { nameKey: string; rank: number };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Where a solo stands in its list: relevance, name, id. */
export function soloCursor({ rank, nameKey, id }: SoloRow): string {
  return encodeCursor([rank, nameKey, id]);
}

/** The values that a page starts behind; nulls for the first page. */
export function cursorValues(
  after: string | null | undefined,
): [number | null, string | null, string | null] {
  if (!after) return [null, null, null];
  const [rank, nameKey, id] = decodeCursor(after, 3);
  if (typeof rank === 'number' && typeof nameKey === 'string' && UUID.test(String(id))) {
    return [rank, nameKey, String(id)];
  }
  throw new BadInputError("Ce curseur n'est pas valable.", 'after');
}
