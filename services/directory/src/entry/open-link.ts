import { randomUUID } from 'node:crypto';
import type { Scope, SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { recordEvent } from '../event/record-event.js';
import { welcomeBack } from '../personal-data/objection.js';
import type { LinkPurpose } from './issue-link.js';
import { ownUserId } from './own-policies.js';
import { oneAtATime, soloOfAddress } from './request-link.js';

/** Where a link stands. */
export type LinkState = 'OPEN' | 'USED' | 'EXPIRED';

export interface StandingLink {
  id: string;
  soloId: string | null;
  emailKey: string;
  purpose: LinkPurpose;
  state: LinkState;
}

const COLUMNS = `id, solo_id as "soloId", email_key as "emailKey", purpose,
  case when used_at is not null then 'USED' when expires_at <= now() then 'EXPIRED' else 'OPEN' end as state`;

/** A link of the request's territory as it stands, without opening it. */
export async function selectLink(context: SubgraphContext, id: string): Promise<StandingLink | null> {
  const territory = asTerritory(context);
  const [row] = await territory.read<StandingLink>({
    name: 'entry link',
    short: true,
    text: `select ${COLUMNS} from entry_link where territory_id = $1 and id = $2`,
    values: [territory.requireTerritory(), id],
  });
  return row ?? null;
}

/** A link that was opened, or why it was not. */
export type Opening =
  | { opened: true; soloId: string; until: Date }
  | { opened: false; state: LinkState | null };

/** Opens a link, once: of two tabs that try together, one does. A link to join makes the person known, if they are not yet. */
export function openLink(context: SubgraphContext, id: string): Promise<Opening> {
  const territory = asTerritory(context);
  const { locale } = context.origin;
  return territory.write(async (connection) => {
    const link = await lockLink(connection, territory.requireTerritory(), id);
    if (link?.state !== 'OPEN' || link.purpose === 'OBJECT')
      return { opened: false, state: link?.state ?? null };
    const soloId = link.soloId ?? (await joiner(connection, territory.scope, link.emailKey));
    const { rows } = await connection.query<{ until: Date }>(
      `update entry_link set used_at = now(), solo_id = $3, session_until = now() + interval '2 hours'
        where territory_id = $1 and id = $2 returning session_until as until`,
      [territory.scope.territoryId, id, soloId],
    );
    await connection.query(
      'update solo_contact set locale = $3 where territory_id = $1 and solo_id = $2 and locale is distinct from $3',
      [territory.scope.territoryId, soloId, locale === 'en' ? 'en' : 'fr'],
    );
    return { opened: true, soloId, until: rows[0]?.until as Date };
  });
}

/** A link, locked until the transaction ends. */
export async function lockLink(
  connection: Connection,
  territoryId: string,
  id: string,
): Promise<StandingLink | null> {
  const { rows } = await connection.query<StandingLink>(
    `select ${COLUMNS} from entry_link where territory_id = $1 and id = $2 for update`,
    [territoryId, id],
  );
  return rows[0] ?? null;
}

/** The solo of an address that joins: one, however many links it got; nobody has read a word about it yet. */
async function joiner(connection: Connection, scope: Scope, emailKey: string): Promise<string> {
  const territoryId = scope.territoryId as string;
  await oneAtATime(connection, territoryId, emailKey);
  const known = await soloOfAddress(connection, territoryId, emailKey);
  if (known) return known;
  // Who objected to being known and comes by themselves has changed their mind.
  await welcomeBack(connection, scope, { emailKey });
  const id = randomUUID();
  const name = emailKey.split('@')[0] ?? '';
  await connection.query(
    `insert into solo (id, territory_id, slug, identified_by, identified_at, status_changed_at, display_name, activity, skills)
     values ($1, $2, $3, 'site', now(), now(), $4, '', '{}')`,
    [id, territoryId, `fiche-${id.slice(0, 8)}`, name],
  );
  await connection.query(
    `insert into solo_contact (solo_id, territory_id, email, email_key, shown, informed_at) values ($1, $2, $3, $3, '{}', now())`,
    [id, territoryId, emailKey],
  );
  // They made themselves known: nobody else did.
  await recordEvent(connection, { ...scope, userId: ownUserId(id) }, id, 'IDENTIFIED', {
    detail: { source: 'site' },
  });
  return id;
}
