import type { Logger, Scope, TerritoryCard } from '@ancrage/subgraph';
import type { Connection, Database } from '@ancrage/subgraph/database';

/** Keeps who each territory is, as requests about it say, in the table `territory_card`. */
export class TerritoryCards {
  /** What this process wrote or found written, so that the database hears of changes alone. */
  private readonly known = new Map<string, string>();

  constructor(
    private readonly database: Database,
    private readonly log: Logger,
  ) {}

  /** Takes note of a card; the request does not wait for it. */
  remember(territoryId: string, card: TerritoryCard): void {
    const text = JSON.stringify(card);
    if (this.known.get(territoryId) === text) return;
    this.known.set(territoryId, text);
    this.write(territoryId, card).catch((error: unknown) => {
      this.known.delete(territoryId);
      this.log.warn(
        { err: error, territoryId },
        'a territory’s name was not kept, the next request tries again',
      );
    });
  }

  private write(territoryId: string, { slug, name, site, colours, sender }: TerritoryCard): Promise<unknown> {
    const scope: Scope = { territoryId, role: 'OPERATOR', userId: null };
    return this.database.write(scope, (connection) =>
      connection.query(
        // A gateway that knows nothing of colours and senders takes none away.
        `insert into territory_card (territory_id, slug, name, site, colours, sender) values ($1, $2, $3, $4, $5, $6)
         on conflict (territory_id) do update set slug = excluded.slug, name = excluded.name, site = excluded.site,
           colours = coalesce(excluded.colours, territory_card.colours),
           sender = coalesce(excluded.sender, territory_card.sender)`,
        [territoryId, slug, name, site, colours ?? null, sender ?? null],
      ),
    );
  }
}

/** Whether the scope's territory is suspended. The scope must be a member's. */
export async function isClosed(connection: Connection, { territoryId }: Scope): Promise<boolean> {
  const { rowCount } = await connection.query(
    'select from territory_card where territory_id = $1 and closed_since is not null',
    [territoryId],
  );
  return rowCount === 1;
}

/** Who the scope's territory is; null before the first request about it. The scope must be a member's. */
export async function cardOf(connection: Connection, { territoryId }: Scope): Promise<TerritoryCard | null> {
  const { rows } = await connection.query<TerritoryCard>(
    'select slug, name, site, colours, sender from territory_card where territory_id = $1',
    [territoryId],
  );
  return rows[0] ?? null;
}
