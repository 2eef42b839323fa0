import { randomUUID } from 'node:crypto';
import type { AccompanimentWorld } from './accompaniment-world.js';

/** Households that can be written to, with or without a consent to news. */
export async function household(
  world: AccompanimentWorld,
  territoryId: string,
  email: string,
  { locale = 'fr', news = true }: { locale?: string; news?: boolean } = {},
): Promise<string> {
  const id = await world.prospect(territoryId);
  await world.write(
    territoryId,
    `insert into prospect_contact (prospect_id, territory_id, name, email, email_key, locale)
     values ($1, $2, 'Léa Octet', $3, lower($3), $4)`,
    [id, territoryId, email, locale],
  );
  if (news) {
    await world.write(
      territoryId,
      `insert into prospect_consent (id, territory_id, prospect_id, purpose, wording, version, channel, given_at)
       values ($1, $2, $3, 'NEWS', 'J’accepte', '1', 'SITE', now() - interval '1 day')`,
      [randomUUID(), territoryId, id],
    );
  }
  return id;
}
