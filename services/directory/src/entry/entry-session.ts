import type { SubgraphContext } from '@ancrage/subgraph';
import { asTerritory } from '@ancrage/subgraph/self-service';
import type { EntryLinks } from './entry-links.js';
import { asSolo } from './own-scope.js';

/** Somebody who opened their link, and the request with what they may do: their own rows, and no others. */
export interface EntryOwner {
  soloId: string;
  linkId: string;
  until: Date;
  own: SubgraphContext;
}

/** Who holds a session; null when it is over, or was never one. */
export async function ownerOf(
  context: SubgraphContext,
  links: EntryLinks,
  session: string,
): Promise<EntryOwner | null> {
  const linkId = links.linkOfSession(session);
  if (!linkId) return null;
  const territory = asTerritory(context);
  const [row] = await territory.read<{ soloId: string; until: Date }>({
    name: 'entry session',
    short: true,
    text: `select solo_id as "soloId", session_until as until from entry_link
      where territory_id = $1 and id = $2 and solo_id is not null and used_at is not null and session_until > now()`,
    values: [territory.requireTerritory(), linkId],
  });
  return row ? { ...row, linkId, own: asSolo(context, row.soloId) } : null;
}

/** Ends the session that one holds, or with `all` every session of theirs. */
export function endSession(
  context: SubgraphContext,
  { linkId, soloId }: Pick<EntryOwner, 'linkId' | 'soloId'>,
  all = false,
): Promise<unknown> {
  const territory = asTerritory(context);
  return territory.write((connection) =>
    connection.query(
      `update entry_link set session_until = now()
        where territory_id = $1 and (id = $2 or ($4 and solo_id = $3)) and session_until > now()`,
      [territory.scope.territoryId, linkId, soloId, all],
    ),
  );
}
