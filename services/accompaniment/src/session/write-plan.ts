import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { Problems } from '@ancrage/subgraph/field-problem';
import { freeSlug } from '@ancrage/subgraph/free-slug';
import type { HeldSession } from './session-hold.js';
import { SessionChange } from './session-plan.result.js';
import { PLAN_COLUMNS, type PlanValues, statementValues } from './session-plan.values.js';

const COLUMNS = Object.values(PLAN_COLUMNS);

const slugFor = (title: string, territoryId: string, id?: string) => ({
  table: 'discovery_session',
  territoryId,
  name: title,
  otherwise: 'session',
  ...(id && { id }),
});

/** Writes a draft under an address of its own; gives its id. */
export async function insertDraft(context: SubgraphContext, values: PlanValues): Promise<string> {
  const territoryId = context.requireTerritory();
  const id = randomUUID();
  await context.write(async (connection) =>
    connection.query(
      `insert into discovery_session (id, territory_id, slug, ${COLUMNS.join(', ')})
       values ($1, $2, $3, ${COLUMNS.map((_, index) => `$${index + 4}`).join(', ')})`,
      [
        id,
        territoryId,
        await freeSlug(connection, slugFor(values.title, territoryId)),
        ...statementValues(values),
      ],
    ),
  );
  return id;
}

/**
 * Writes a held session's plan. Its address follows its title until somebody may have kept it; its revision grows with
 * what calendars show.
 */
export async function updatePlan(
  connection: Connection,
  territoryId: string,
  held: HeldSession,
  values: PlanValues,
): Promise<void> {
  const slug = held.publishedAt
    ? held.slug
    : await freeSlug(connection, slugFor(values.title, territoryId, held.id));
  await connection.query(
    `update discovery_session set slug = $2, revision = revision + $3, updated_at = clock_timestamp(),
        ${COLUMNS.map((column, index) => `${column} = $${index + 4}`).join(', ')}
      where id = $1`,
    [
      held.id,
      slug,
      held.publishedAt && changesOf(held, values).length > 0 ? 1 : 0,
      ...statementValues(values),
    ],
  );
}

/** What of a change everybody registered must know. A better summary is none of it. */
export function changesOf(held: PlanValues, values: PlanValues): SessionChange[] {
  const moved =
    held.startsAt.getTime() !== values.startsAt.getTime() ||
    held.endsAt.getTime() !== values.endsAt.getTime();
  const elsewhere =
    held.hostCommuneCode !== values.hostCommuneCode || held.meetingPlace !== values.meetingPlace;
  return [...(moved ? [SessionChange.DATE] : []), ...(elsewhere ? [SessionChange.PLACE] : [])];
}

/** Nobody plans for yesterday. */
export function notePast({ startsAt }: Pick<PlanValues, 'startsAt'>, problems: Problems, now = new Date()) {
  // What could not be read was noted already.
  if (startsAt.getTime() === 0 || startsAt > now) return;
  problems.add('startsAt', 'Cette date est passée.', 'This date has passed.');
}
