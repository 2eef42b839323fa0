import { randomUUID } from 'node:crypto';
import type { AccompanimentWorld, HouseholdSeed } from './accompaniment-world.js';

export interface KnownSeed extends HouseholdSeed {
  name?: string;
  email?: string | null;
  phone?: string | null;
  project?: string;
  lastContactAt?: string;
}

/** A household that is known by name, with one row in all that can be kept of it. Gives its id. */
export async function knownHousehold(
  world: AccompanimentWorld,
  territoryId: string,
  seed: KnownSeed = {},
): Promise<string> {
  const id = await world.prospect(territoryId, '2024-03-01', seed);
  const { name = 'Famille Riu', email = `${id}@riu.example`, phone = null } = seed;
  const add = (text: string, ...values: unknown[]) =>
    world.write(territoryId, text, [id, territoryId, ...values]);
  await add(
    'update prospect set project = $3, activity = $3, last_contact_at = coalesce($4::timestamptz, now()) where id = $1 and territory_id = $2',
    seed.project ?? 'secret-projet',
    seed.lastContactAt ?? null,
  );
  await add(
    `insert into prospect_contact (prospect_id, territory_id, name, email, email_key, phone, phone_key, lives_in)
     values ($1, $2, $3, $4, $4, $5, $5, 'secret-ville')`,
    name,
    email,
    phone,
  );
  await add(
    `insert into prospect_event (id, territory_id, prospect_id, kind, note) values ($3, $2, $1, 'NOTED', 'secret-note')`,
    randomUUID(),
  );
  await add(
    `insert into prospect_touch (id, territory_id, prospect_id, form, declared_channel, declared_words)
     values ($3, $2, $1, 'AGENT', 'PRESS', 'secret-heard')`,
    randomUUID(),
  );
  await add(
    `insert into prospect_consent (id, territory_id, prospect_id, purpose, wording, version, channel, given_at)
     values ($3, $2, $1, 'FOLLOW_UP', 'secret-wording', '1', 'SITE', now())`,
    randomUUID(),
  );
  await add(
    `insert into prospect_file (id, territory_id, prospect_id, name, media_type, content, added_by)
     values ($3, $2, $1, 'secret-file.txt', 'text/plain', 'secret-content', 'agent')`,
    randomUUID(),
  );
  await add(
    `insert into letter (id, territory_id, prospect_id, key, recipient, subject) values ($3, $2, $1, $4, $5, 'secret-subject')`,
    randomUUID(),
    `k${id}`,
    email ?? 'nobody@x.example',
  );
  return id;
}

/** A registration with all that a household may say in one, and after it. */
export async function wordyRegistration(
  world: AccompanimentWorld,
  territoryId: string,
  sessionId: string,
  status: string,
  household: HouseholdSeed & { prospectId: string },
): Promise<string> {
  const id = await world.registration(territoryId, sessionId, status, household);
  const add = (text: string, ...values: unknown[]) =>
    world.write(territoryId, text, [id, territoryId, ...values]);
  await add(
    `update registration set contact_name = 'secret-name', email = 'secret@riu.example', phone = 'secret-phone',
       needs = '{"diet":"secret-diet"}' where id = $1 and territory_id = $2`,
  );
  await add(
    `insert into household_visit (id, territory_id, registration_id, prospect_id, starts_at, title)
     values ($3, $2, $1, $4, now(), 'secret-visit')`,
    randomUUID(),
    household.prospectId,
  );
  await add(
    `insert into survey_answer (registration_id, territory_id, session_id, prospect_id, rating, outlook, liked)
     values ($1, $2, $3, $4, 5, 'PROJECT', 'secret-liked')`,
    sessionId,
    household.prospectId,
  );
  return id;
}

/** Every text of the territory's rows, in every table that a household could be told from. */
export async function everythingIn(world: AccompanimentWorld, territoryId: string): Promise<string> {
  const { rows: tables } = await world.superuser.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'territory_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await world.superuser.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${name} t where territory_id = $1`,
      [territoryId],
    );
    texts.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return texts.join('\n');
}
