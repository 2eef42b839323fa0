import { randomUUID } from 'node:crypto';
import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { holdSlugs } from '@ancrage/subgraph/free-slug';
import type { SoloFacts } from './solo-facts.js';
import { slugBase } from './write-solo.js';

/** Somebody of a list, and where in it. */
export interface ListedSolo {
  facts: SoloFacts;
  detail: Record<string, unknown>;
}

const SOLOS = `insert into solo (id, territory_id, slug, status, status_changed_at, identified_by, identified_at,
    display_name, activity, skills, presentation, commune_code, naf_code)
  select id, $1, slug, 'IDENTIFIED', now(), "identifiedBy", now(), "displayName", activity,
    array(select jsonb_array_elements_text(skills)), presentation, "communeCode", "nafCode"
  from jsonb_to_recordset($2) as listed(id uuid, slug text, "identifiedBy" text, "displayName" text, activity text,
    skills jsonb, presentation text, "communeCode" text, "nafCode" text)`;
const CONTACTS = `insert into solo_contact (solo_id, territory_id, person_name, email, email_key, phone, phone_key, siret,
    website, commune_code, shown, notes)
  select id, $1, "personName", email, "emailKey", phone, phone, siret, website, "communeCode", '{}', notes
  from jsonb_to_recordset($2) as listed(id uuid, "personName" text, email text, "emailKey" text, phone text, siret text,
    website text, "communeCode" text, notes text)`;
const EVENTS = `insert into solo_event (id, territory_id, solo_id, kind, user_id, detail)
  select gen_random_uuid(), $1, id, 'IDENTIFIED', $3, detail || jsonb_build_object('source', "identifiedBy")
  from jsonb_to_recordset($2) as listed(id uuid, "identifiedBy" text, detail jsonb)`;

/** Adds all of a list to the start of the pipeline, in three statements however long it is. */
export async function addSolos(
  connection: Connection,
  scope: Scope,
  listed: readonly ListedSolo[],
): Promise<void> {
  if (listed.length === 0) return;
  const nextSlug = await slugGiver(connection, scope);
  const rows = listed.map(({ facts, detail }) => ({
    ...facts,
    id: randomUUID(),
    slug: nextSlug(facts.displayName),
    detail,
  }));
  const values = [scope.territoryId, JSON.stringify(rows)];
  await connection.query(SOLOS, values);
  await connection.query(CONTACTS, values);
  await connection.query(EVENTS, [...values, scope.userId]);
}

/** Gives names as parts of addresses that nobody of the territory has. */
async function slugGiver(connection: Connection, scope: Scope): Promise<(name: string) => string> {
  await holdSlugs(connection, 'solo', scope.territoryId!);
  const { rows } = await connection.query<{ slug: string }>('select slug from solo where territory_id = $1', [
    scope.territoryId,
  ]);
  const taken = new Set(rows.map(({ slug }) => slug));
  const last = new Map<string, number>();
  return (name) => {
    const base = slugBase(name);
    let number = last.get(base) ?? 1;
    let slug = number === 1 ? base : `${base}-${number}`;
    while (taken.has(slug)) {
      number += 1;
      slug = `${base}-${number}`;
    }
    last.set(base, number);
    taken.add(slug);
    return slug;
  };
}
