import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import { PROSPECT_WORDING_VERSION, prospectWording } from '../prospect/consent-wording.js';
import { recordProspectEvent } from '../prospect/record-prospect-event.js';

/**
 * Households that get news: they agreed to it, the consent holds, and nothing that came later says otherwise of their
 * address. Of several with one address the first.
 */
export const NEWS_READERS = `
  select distinct on (c.email_key) p.id as prospect_id, c.email, c.email_key, c.locale, k.given_at
    from prospect_consent k
    join prospect p on p.id = k.prospect_id and p.anonymised_at is null
    join prospect_contact c on c.prospect_id = k.prospect_id
   where k.territory_id = $1 and k.purpose = 'NEWS' and k.withdrawn_at is null
     and c.email is not null and c.bounced_at is null
     and not exists (
       select from mail_refusal r
        where r.territory_id = k.territory_id and r.email_key = c.email_key
          and (r.reason = 'BOUNCED' or r.at >= k.given_at))
   order by c.email_key, p.id`;

/** Whether a household gets news; null when it is not known (any more). `territory` is the request with its own rights. */
export async function receivesNews(territory: SubgraphContext, prospectId: string): Promise<boolean | null> {
  const [row] = await territory.read<{ receives: boolean }>({
    name: 'receives news',
    text: `select exists (
        select from prospect_consent k
         where k.prospect_id = c.prospect_id and k.purpose = 'NEWS' and k.withdrawn_at is null
           and not exists (
             select from mail_refusal r
              where r.territory_id = c.territory_id and r.email_key = c.email_key and r.reason = 'UNSUBSCRIBED'
                and r.at >= k.given_at)) as receives
      from prospect_contact c where c.territory_id = $1 and c.prospect_id = $2 and c.email is not null`,
    values: [territory.requireTerritory(), prospectId],
  });
  return row?.receives ?? null;
}

/** Stops news to a household, and to its address whoever else gave it. Asked twice it is done once. */
export function stopNews(territory: SubgraphContext, prospectId: string): Promise<void> {
  const { scope } = territory;
  return territory.write(async (connection) => {
    await connection.query(
      `insert into mail_refusal (territory_id, email_key, reason, at)
       select territory_id, email_key, 'UNSUBSCRIBED', clock_timestamp() from prospect_contact
        where territory_id = $1 and prospect_id = $2 and email_key is not null
       on conflict (territory_id, email_key, reason) do update set at = excluded.at`,
      [scope.territoryId, prospectId],
    );
    // Letters that wait would come after the word that there are no more.
    await connection.query(
      `delete from letter l using prospect_contact c
        where l.territory_id = $1 and l.news and l.sent_at is null
          and c.prospect_id = $2 and lower(l.recipient) = c.email_key`,
      [scope.territoryId, prospectId],
    );
    const { rowCount } = await connection.query(
      `update prospect_consent set withdrawn_at = now()
        where territory_id = $1 and prospect_id = $2 and purpose = 'NEWS' and withdrawn_at is null`,
      [scope.territoryId, prospectId],
    );
    if (rowCount !== 0) {
      const detail = { purpose: 'NEWS', channel: 'SITE' };
      await recordProspectEvent(connection, scope, prospectId, 'CONSENT_WITHDRAWN', { detail });
    }
  });
}

/** Takes news up again: a new consent, to the sentence that is shown today. */
export function resumeNews(territory: SubgraphContext, prospectId: string, locale: string): Promise<void> {
  const { scope } = territory;
  return territory.write(async (connection) => {
    await connection.query(
      `update prospect_consent set withdrawn_at = now()
        where territory_id = $1 and prospect_id = $2 and purpose = 'NEWS' and withdrawn_at is null`,
      [scope.territoryId, prospectId],
    );
    await connection.query(
      `insert into prospect_consent (id, territory_id, prospect_id, purpose, wording, version, channel, given_at)
       values ($1, $2, $3, 'NEWS', $4, $5, 'SITE', clock_timestamp())`,
      [
        randomUUID(),
        scope.territoryId,
        prospectId,
        prospectWording('NEWS', locale),
        PROSPECT_WORDING_VERSION,
      ],
    );
    const detail = { purpose: 'NEWS', channel: 'SITE' };
    await recordProspectEvent(connection, scope, prospectId, 'CONSENTED', { detail });
  });
}
