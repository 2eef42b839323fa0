import type { Database } from '@ancrage/subgraph/database';
import { stableId } from '@ancrage/subgraph/stable-random';
import { hasData } from '../indicators/indicator-figures.queries.js';
import { IndicatorKey } from '../indicators/indicator-key.js';
import { countSnapshot } from '../indicators/snapshot-content.js';

const YEAR = 2025;
const PERIOD = { from: `${YEAR}-01-01`, to: `${YEAR}-12-31` };
/** What the directory of the reference territory counts. */
const ELSEWHERE = [
  { key: IndicatorKey.SOLOS_IDENTIFIED, value: 78 },
  { key: IndicatorKey.SOLOS_PUBLISHED, value: 40 },
];
const COMMENT =
  'Première année complète de la démarche : un week-end découverte à Auzat, six familles installées, et d’autres qui se préparent. Ces données sont inventées pour la démonstration.';

/** Freezes and publishes the generated year once; a territory that has a snapshot of it keeps what it has. */
export function loadSnapshot(database: Database, territoryId: string): Promise<void> {
  return database.write({ territoryId, role: 'OPERATOR', userId: null }, async (connection) => {
    const { rowCount } = await connection.query(
      'select 1 from indicator_snapshot where territory_id = $1 and first_day = $2 and last_day = $3',
      [territoryId, PERIOD.from, PERIOD.to],
    );
    if (rowCount) return;
    // Figures are counted by the role that counts: the owner does not see more rows than a member.
    await connection.query('set local role ancrage_accompaniment_figures');
    const reader = {
      read: async <Row>({ text, values = [] }: { text: string; values?: unknown[] }): Promise<Row[]> =>
        (await connection.query(text, values)).rows as Row[],
    };
    const content = await countSnapshot(reader, territoryId, PERIOD, ELSEWHERE);
    await connection.query('reset role');
    if (!hasData(content.period)) return;
    await connection.query(
      `insert into indicator_snapshot (id, territory_id, slug, title, first_day, last_day, figures, comment, taken_at,
         taken_by, published_at, demonstration)
       values ($1, $2, $3, $3, $4, $5, $6, $7, $8, 'demonstration', $9, true)`,
      [
        stableId('snapshot', territoryId, YEAR),
        territoryId,
        String(YEAR),
        PERIOD.from,
        PERIOD.to,
        JSON.stringify(content),
        COMMENT,
        '2026-01-15T09:00:00Z',
        '2026-02-02T09:00:00Z',
      ],
    );
  });
}
