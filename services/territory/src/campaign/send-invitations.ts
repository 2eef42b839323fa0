import type { LinkSigner } from '@ancrage/post/link';
import type { Mailer } from '@ancrage/post/mailer';
import { siteOf } from '@ancrage/signature/site-address';
import type { Connection, Database } from '@ancrage/subgraph/database';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { composeInvitation, inWords } from './invitation.mail.js';
import { verificationPath } from './verification-link.js';

/** How invitations leave. */
export interface Post {
  mailer: Mailer;
  signer: LinkSigner;
  /** Address of a territory's site, with {host} or {slug} to fill in. */
  siteAddress: string;
}

interface Due {
  id: string;
  email: string;
  commune: string;
  campaign: string;
  message: string;
  dueOn: string;
  territory: string;
  slug: string;
  hosts: string[];
}

const PROBLEM_LENGTH = 300;

/**
 * Sends the invitations of open campaigns that wait, one after the other, each in a transaction that holds its row: two
 * replicas never write to the same commune, and what a crash left unsent waits for the next round. A problem is kept
 * with the invitation, which is then left alone until somebody tries again.
 */
export async function sendInvitations(database: Database, territoryId: string, post: Post): Promise<number> {
  for (let sent = 0; ; sent++) {
    const more = await database.write({ territoryId, role: 'OPERATOR', userId: null }, async (connection) => {
      const due = await next(connection, territoryId);
      if (due) await send(connection, due, post);
      return due !== null;
    });
    if (!more) return sent;
  }
}

async function next(connection: Connection, territoryId: string): Promise<Due | null> {
  const { rows } = await connection.query<Due>(
    `select i.id, i.email, r.name as commune, c.name as campaign, c.message, c.due_on::text as "dueOn", t.name as territory, t.slug,
       array(select host from territory_host h where h.territory_id = t.id) as hosts
     from campaign_invitation i
     join verification_campaign c on c.id = i.campaign_id
     join commune_reference r on r.code = i.commune_code
     join territory t on t.id = i.territory_id
     where i.territory_id = $1 and t.status = 'ACTIVE' and c.status = 'OPEN' and c.due_on >= $2::date and i.email is not null and i.sent_at is null
       and i.send_problem is null and i.answered_at is null and i.revoked_at is null
     order by i.id limit 1 for update of i skip locked`,
    [territoryId, reportingDate()],
  );
  return rows[0] ?? null;
}

async function send(connection: Connection, due: Due, { mailer, signer, siteAddress }: Post): Promise<void> {
  const link = `${siteOf(siteAddress, due)}${verificationPath(signer, due.id)}`;
  const mail = composeInvitation({ ...due, link, dueOn: inWords(due.dueOn) });
  const problem = await mailer.send({ to: due.email, ...mail }).then(
    () => null,
    (error: Error) => error.message.slice(0, PROBLEM_LENGTH) || 'unknown',
  );
  await connection.query(
    'update campaign_invitation set sent_at = case when $2::text is null then now() end, send_problem = $2 where id = $1',
    [due.id, problem],
  );
}
