import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { freeSlug } from '@ancrage/subgraph/free-slug';
import { slugOf } from '@ancrage/subgraph/slug';
import { recordEvent } from '../event/record-event.js';
import type { SoloFacts } from './solo-facts.js';

/** Adds a solo at the start of the pipeline. Gives its id. */
export async function addSolo(
  connection: Connection,
  scope: Scope,
  facts: SoloFacts,
  detail: Record<string, unknown> = {},
): Promise<string> {
  const id = randomUUID();
  await connection.query(
    `insert into solo (id, territory_id, slug, status, status_changed_at, identified_by, identified_at, display_name, activity, skills)
     values ($1, $2, $3, 'IDENTIFIED', now(), $4, now(), $5, $6, '{}')`,
    [
      id,
      scope.territoryId,
      await freeSlug(connection, {
        table: 'solo',
        territoryId: scope.territoryId!,
        name: facts.displayName,
        otherwise: 'solo',
        longest: LONGEST_SLUG,
      }),
      facts.identifiedBy,
      facts.displayName,
      facts.activity,
    ],
  );
  await writeFacts(connection, scope, id, facts);
  await recordEvent(connection, scope, id, 'IDENTIFIED', {
    detail: { source: facts.identifiedBy, ...detail },
  });
  return id;
}

/** Writes what is known of a solo: what the public may read once it is published, and what it never does. */
export async function writeFacts(
  connection: Connection,
  scope: Scope,
  id: string,
  facts: SoloFacts,
): Promise<void> {
  const { communeCode, area } = facts;
  await connection.query(
    `update solo set display_name = $2, activity = $3, skills = $4, presentation = $5, commune_code = $6, area = $7,
       naf_code = $8, languages = $9, can_sponsor = $10, identified_by = $11,
       phone = case when 'PHONE' = any($12::text[]) then phone end,
       website = case when 'WEBSITE' = any($12::text[]) then website end
     where id = $1`,
    [
      id,
      ...[facts.displayName, facts.activity, facts.skills, facts.presentation],
      ...[
        area ? null : communeCode,
        area,
        facts.nafCode,
        facts.languages,
        facts.canSponsor,
        facts.identifiedBy,
      ],
      facts.shown,
    ],
  );
  await connection.query(
    `insert into solo_contact (solo_id, territory_id, person_name, email, email_key, phone, phone_key, siret, website,
       commune_code, shown, notes)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11)
     on conflict (solo_id) do update set person_name = excluded.person_name, email = excluded.email,
       email_key = excluded.email_key, phone = excluded.phone, phone_key = excluded.phone_key, siret = excluded.siret,
       website = excluded.website, commune_code = excluded.commune_code,
       shown = array(select field from unnest(solo_contact.shown) as field where field not in ('PHONE', 'WEBSITE'))
         || excluded.shown,
       notes = excluded.notes`,
    [
      ...[id, scope.territoryId, facts.personName, facts.email, facts.emailKey, facts.phone, facts.siret],
      ...[facts.website, communeCode, facts.shown, facts.notes],
    ],
  );
}

const LONGEST_SLUG = 60;

/** The name as part of an address: 60 characters at most. */
export const slugBase = (name: string): string =>
  slugOf(name).slice(0, LONGEST_SLUG).replace(/-$/, '') || 'solo';
