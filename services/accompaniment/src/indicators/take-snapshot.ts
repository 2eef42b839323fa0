import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import type { AskNeighbour } from '../neighbour/ask-neighbour.js';
import { readFiguresElsewhere } from './figures-elsewhere.js';
import { hasData } from './indicator-figures.queries.js';
import { calendarYear, FIRST_DAY, type Period } from './period.js';
import type { TakeSnapshotInput } from './snapshot.input.js';
import { selectSnapshots } from './snapshot.queries.js';
import { countSnapshot, type SnapshotContent } from './snapshot-content.js';
import { type SnapshotRefused, type SnapshotSaved, snapshotRefused } from './snapshot-record.js';

/** Freezes the figures of a period, or says why it cannot be: also when a service that counts some does not answer. */
export async function takeSnapshot(
  context: SubgraphContext,
  input: TakeSnapshotInput,
  ask: AskNeighbour,
): Promise<SnapshotSaved | SnapshotRefused> {
  const territoryId = context.requireTerritory();
  const problems = new Problems(context.origin.locale);
  const period = askedPeriod(input, problems);
  if (problems.list.length > 0) return snapshotRefused(problems);
  const elsewhere = await readFiguresElsewhere(context, ask, period.to).catch((cause: unknown) => {
    context.log.warn({ err: cause }, 'a snapshot waits for figures of other services');
    return null;
  });
  if (!elsewhere) {
    problems.add(
      'service',
      'L’annuaire ou l’offre ne répond pas : leurs chiffres manqueraient pour toujours. Rien n’est figé ; réessayez dans un instant.',
      'The directory or the offer does not answer: their figures would be missing for ever. Nothing is frozen; try again in a moment.',
    );
    return snapshotRefused(problems);
  }
  const content = await countSnapshot(context, territoryId, period, elsewhere);
  if (!hasData(content.period))
    problems.add(
      'from',
      'Rien n’a été enregistré pendant cette période : il n’y a rien à figer.',
      'Nothing was recorded within this period: there is nothing to freeze.',
    );
  if (problems.list.length > 0) return snapshotRefused(problems);
  const slug = await keep(context, territoryId, period, content);
  if (slug === null) {
    problems.add(
      'from',
      'Un relevé de cette période existe déjà. Retirez-le d’abord, avec un mot qui dit pourquoi.',
      'There is a snapshot of this period already. Withdraw it first, with a word that says why.',
    );
    return snapshotRefused(problems);
  }
  const [snapshot] = await selectSnapshots(context, slug);
  return { __typename: 'SnapshotSaved', snapshot: snapshot! };
}

function askedPeriod(input: TakeSnapshotInput, problems: Problems): Period {
  const [from, to] = [input.from, input.to].map((date) => date.toISOString().slice(0, 10)) as [
    string,
    string,
  ];
  if (from < FIRST_DAY)
    problems.add(
      'from',
      'La période commence en 2000 au plus tôt.',
      'The period begins in 2000 at the earliest.',
    );
  if (to < from)
    problems.add('to', 'La fin de la période précède son début.', 'The period ends before it begins.');
  else if (to >= reportingDate())
    problems.add(
      'to',
      'Cette période n’est pas terminée : ses chiffres changent encore.',
      'This period has not ended: its figures still change.',
    );
  return { from, to };
}

/** Keeps a snapshot under a name that is free; null when there is one of the period. */
function keep(
  context: SubgraphContext,
  territoryId: string,
  period: Period,
  content: SnapshotContent,
): Promise<string | null> {
  const year = calendarYear(period);
  const name = year === null ? `${period.from}-${period.to}` : String(year);
  const { userId } = context.scope;
  return context.write(async (connection) => {
    await connection.query("select pg_advisory_xact_lock(hashtext('snapshot ' || $1))", [territoryId]);
    const { rows: taken } = await connection.query<{ count: number }>(
      `select count(*)::int as count from indicator_snapshot
        where territory_id = $1 and first_day = $2 and last_day = $3`,
      [territoryId, period.from, period.to],
    );
    const again = taken[0]?.count ?? 0;
    const { rows } = await connection.query<{ slug: string }>(
      `insert into indicator_snapshot (id, territory_id, slug, title, first_day, last_day, figures, taken_by, demonstration)
       values ($1, $2, $3, $3, $4, $5, $6, $7, $8)
       on conflict (territory_id, first_day, last_day) where withdrawn_at is null do nothing returning slug`,
      [
        randomUUID(),
        territoryId,
        again === 0 ? name : `${name}-${again + 1}`,
        period.from,
        period.to,
        JSON.stringify(content),
        userId,
        content.period.demonstration,
      ],
    );
    return rows[0]?.slug ?? null;
  });
}
