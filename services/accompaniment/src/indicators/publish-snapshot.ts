import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { Problems } from '@ancrage/subgraph/field-problem';
import { selectSnapshots } from './snapshot.queries.js';
import {
  type IndicatorSnapshotRecord,
  type SnapshotRefused,
  type SnapshotSaved,
  snapshotRefused,
} from './snapshot-record.js';

const LONGEST_COMMENT = 2000;
const LONGEST_REASON = 500;

/** Shows a snapshot to everybody. */
export async function publishSnapshot(
  context: SubgraphContext,
  slug: string,
  typed: string,
): Promise<SnapshotSaved | SnapshotRefused> {
  const snapshot = await find(context, slug);
  const problems = new Problems(context.origin.locale);
  const comment = problems.text('comment', cleanText(typed), LONGEST_COMMENT);
  if (snapshot.year === null)
    problems.add(
      'slug',
      'Seule une année civile entière se publie : comparée à l’année, une autre période donnerait de petits nombres.',
      'Only a whole calendar year can be published: beside the year, another period would give small numbers away.',
    );
  refuseWithdrawn(snapshot, problems);
  if (problems.list.length > 0) return snapshotRefused(problems);
  return save(context, slug, 'comment = $3, published_at = coalesce(published_at, now())', comment);
}

/** Withdraws a snapshot for a reason. */
export async function withdrawSnapshot(
  context: SubgraphContext,
  slug: string,
  typed: string,
): Promise<SnapshotSaved | SnapshotRefused> {
  const snapshot = await find(context, slug);
  const problems = new Problems(context.origin.locale);
  const reason = problems.text('reason', cleanText(typed), LONGEST_REASON);
  refuseWithdrawn(snapshot, problems);
  if (problems.list.length > 0) return snapshotRefused(problems);
  return save(context, slug, 'withdrawn_because = $3, withdrawn_at = now()', reason);
}

async function find(context: SubgraphContext, slug: string): Promise<IndicatorSnapshotRecord> {
  const [snapshot] = await selectSnapshots(context, slug.slice(0, 100));
  if (!snapshot) throw new NotFoundError('Ce relevé n’existe pas.');
  return snapshot;
}

function refuseWithdrawn({ withdrawnAt }: IndicatorSnapshotRecord, problems: Problems): void {
  if (withdrawnAt)
    problems.add('slug', 'Ce relevé a déjà été retiré.', 'This snapshot was withdrawn already.');
}

async function save(
  context: SubgraphContext,
  slug: string,
  change: string,
  words: string,
): Promise<SnapshotSaved | SnapshotRefused> {
  const changed = await context.write((connection) =>
    connection.query(
      `update indicator_snapshot set ${change} where territory_id = $1 and slug = $2 and withdrawn_at is null`,
      [context.scope.territoryId, slug, words],
    ),
  );
  const snapshot = await find(context, slug);
  if (changed.rowCount === 1) return { __typename: 'SnapshotSaved', snapshot };
  // Somebody withdrew it meanwhile.
  const problems = new Problems(context.origin.locale);
  refuseWithdrawn(snapshot, problems);
  return snapshotRefused(problems);
}
