import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccompanimentWorld } from './support/accompaniment-world.js';

const TABLES = [
  'absence',
  'attendance',
  'audience',
  'campaign',
  'daily_run',
  'discovery_session',
  'fair',
  'follow_up',
  'household_message',
  'household_visit',
  'indicator_snapshot',
  'installation',
  'installation_step',
  'letter',
  'mail_refusal',
  'member_following',
  'person_request',
  'press_document',
  'promotion_link',
  'promotion_message',
  'prospect',
  'prospect_consent',
  'prospect_contact',
  'prospect_event',
  'prospect_file',
  'prospect_import',
  'prospect_merge',
  'prospect_pair',
  'prospect_touch',
  'registration',
  'registration_event',
  'sponsor',
  'sponsor_portrait',
  'sponsorship',
  'sponsorship_contact',
  'survey_answer',
  'territory_card',
  'welcome_protocol',
];
let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const column = async (sql: string) =>
  (await world.superuser.query({ text: sql, rowMode: 'array' })).rows.flat();

describe('the catalogue of the database', () => {
  it('has row-level security forced on every table of a tenant', async () => {
    const tenantTables = `select c.relname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'territory_id'
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`;
    expect(await column(`${tenantTables} order by 1`)).toEqual(TABLES);
    expect(await column(`${tenantTables} and not (c.relrowsecurity and c.relforcerowsecurity)`)).toEqual([]);
    expect(
      await column(`${tenantTables} and not exists (select from pg_policy p where p.polrelid = c.oid)`),
    ).toEqual([]);
  });

  it('has no table but those and the list of migrations', async () => {
    expect(
      await column(`select relname from pg_class where relkind in ('r', 'p', 'v', 'm')
        and relnamespace = 'public'::regnamespace order by 1`),
    ).toEqual([...TABLES, 'migration'].sort());
  });

  it('lets the service bypass nothing, own nothing and act as nobody else', async () => {
    expect(
      await column(`select rolname from pg_roles where rolname like 'ancrage_accompaniment%'
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`),
    ).toEqual([]);
    const app = `'ancrage_accompaniment_app'::regrole`;
    expect(await column(`select relname from pg_class where relowner = ${app}`)).toEqual([]);
    expect(await column(`select proname from pg_proc where proowner = ${app}`)).toEqual([]);
    expect(await column(`select roleid from pg_auth_members where member = ${app}`)).toEqual([]);
  });

  it('lets the service change what it works on, and add alone to what is kept as it was', async () => {
    const may = (privilege: string) =>
      column(`select table_name from information_schema.role_table_grants
        where grantee = 'ancrage_accompaniment_app' and privilege_type = '${privilege}' order by 1`);
    const without = (...tables: string[]) => TABLES.filter((table) => !tables.includes(table));
    expect(await may('SELECT')).toEqual(TABLES);
    expect(await may('INSERT')).toEqual(without('discovery_session', 'installation'));
    expect(await may('UPDATE')).toEqual(without('discovery_session', 'installation', 'registration_event'));
    // A consent goes with its household, never before.
    expect(await may('DELETE')).toEqual(without('installation', 'prospect_consent', 'registration_event'));
    expect(await may('TRUNCATE')).toEqual([]);
  });

  it('keeps the counters of a session to itself', async () => {
    const may = (privilege: string) =>
      column(`select column_name from information_schema.column_privileges
        where grantee = 'ancrage_accompaniment_app' and table_name = 'discovery_session'
          and privilege_type = '${privilege}'`);
    for (const privilege of ['INSERT', 'UPDATE']) {
      expect(await may(privilege)).toContain('capacity');
      expect(await may(privilege)).not.toContain('seats_taken');
      expect(await may(privilege)).not.toContain('waitlist_length');
    }
    expect(await may('UPDATE')).not.toContain('territory_id');
  });

  it('lets the figures role read no column that tells of a person', async () => {
    expect(
      await column(`select table_name || ' ' || column_name from information_schema.column_privileges
        where grantee = 'ancrage_accompaniment_figures' order by 1`),
    ).toEqual([
      'campaign channel',
      'campaign id',
      'campaign territory_id',
      'daily_run day',
      'daily_run name',
      'daily_run territory_id',
      'discovery_session ends_at',
      'discovery_session id',
      'fair campaign_id',
      'fair id',
      'fair territory_id',
      'follow_up demonstration',
      'follow_up due_on',
      'follow_up months',
      'follow_up prospect_id',
      'follow_up still_here',
      'follow_up territory_id',
      'installation abandoned_on',
      'installation adults',
      'installation children',
      'installation commune_code',
      'installation demonstration',
      'installation effective_on',
      'installation jobs',
      'installation planned_on',
      'installation prospect_id',
      'installation status',
      'installation territory_id',
      'installation_step due_on',
      'installation_step prospect_id',
      'installation_step settled_at',
      'installation_step status',
      'installation_step territory_id',
      'letter due_at',
      'letter failed_at',
      'letter id',
      'letter sent_at',
      'letter territory_id',
      'person_request next_try_at',
      'person_request territory_id',
      'promotion_link campaign_id',
      'promotion_link fair_id',
      'promotion_link id',
      'promotion_link territory_id',
      'prospect anonymised_at',
      'prospect demonstration',
      'prospect first_contact_on',
      'prospect id',
      'prospect stage',
      'prospect territory_id',
      'prospect_event at',
      'prospect_event detail',
      'prospect_event kind',
      'prospect_event prospect_id',
      'prospect_touch at',
      'prospect_touch declared_channel',
      'prospect_touch fair_id',
      'prospect_touch form',
      'prospect_touch id',
      'prospect_touch link_id',
      'prospect_touch prospect_id',
      'prospect_touch territory_id',
      'registration offer_expires_at',
      'registration prospect_id',
      'registration session_id',
      'registration status',
      'registration territory_id',
      'sponsor id',
      'sponsor solo_id',
      'sponsor territory_id',
      'sponsorship demonstration',
      'sponsorship ended_at',
      'sponsorship household_accepted_at',
      'sponsorship prospect_id',
      'sponsorship sponsor_accepted_at',
      'sponsorship sponsor_id',
      'sponsorship status',
      'sponsorship territory_id',
      'territory_card closed_since',
      'territory_card territory_id',
      'welcome_protocol demonstration',
      'welcome_protocol name',
      'welcome_protocol published_at',
      'welcome_protocol status',
      'welcome_protocol steps',
      'welcome_protocol territory_id',
    ]);
  });

  it('runs nothing as somebody else but counts, what says where work waits, and what takes a whole territory away', async () => {
    expect(
      await column(`select proname || ' ' || pg_get_userbyid(proowner) from pg_proc
        where prosecdef and pronamespace = 'public'::regnamespace order by 1`),
    ).toEqual([
      'accompaniment_figures ancrage_accompaniment_figures',
      'children_arrived ancrage_accompaniment_figures',
      'count_seats ancrage_accompaniment_owner',
      'erase_territory ancrage_accompaniment_owner',
      'indicator_communes ancrage_accompaniment_figures',
      'indicator_figures ancrage_accompaniment_figures',
      'indicator_ways ancrage_accompaniment_figures',
      'letter_territories ancrage_accompaniment_figures',
      'letter_territory ancrage_accompaniment_figures',
      'next_offer_end ancrage_accompaniment_figures',
      'past_sponsorships ancrage_accompaniment_figures',
      'person_requests_due ancrage_accompaniment_figures',
      'promotion_figures ancrage_accompaniment_figures',
      'promotion_meetings ancrage_accompaniment_figures',
      'published_protocols ancrage_accompaniment_figures',
      'region_changes ancrage_accompaniment_figures',
      'territories_awaiting ancrage_accompaniment_figures',
    ]);
  });
});
