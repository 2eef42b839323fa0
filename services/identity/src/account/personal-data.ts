import type { PersonalDataAnswer, PersonalDataAsk } from '@ancrage/signature/personal-data';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../database.js';

interface Standing {
  id: string;
  email: string;
  name: string;
  operator: boolean;
  here: number;
  elsewhere: number;
  regions: number;
}

/**
 * What identity keeps of somebody for a territory, or that it forgets them. A right in the territory goes when an
 * administrator had it asked; the account goes with its sessions unless it has rights elsewhere, or keeps this one.
 */
export function identityPersonalData(
  database: Database,
  territoryId: string,
  { kind, person, by }: PersonalDataAsk,
): Promise<PersonalDataAnswer> {
  const variables = { 'app.role': 'OPERATOR' };
  return database.em
    .fork({ session: { variables } })
    .transactional(async (em): Promise<PersonalDataAnswer> => {
      const account = await standingOf(em, territoryId, person.emailKey);
      if (kind === 'EXPORT') return exported(em, account, territoryId, person.emailKey);
      const links = await forgetLinks(em, person.emailKey);
      const nobody = { accounts: 0, memberships: 0, sessions: 0, signInLinks: links };
      if (!account) return { counts: nobody, kept: {} };
      if (account.here > 0 && by !== 'ADMINISTRATOR') return { counts: nobody, kept: { membership: 1 } };
      await em.execute(
        'delete from membership where user_id = ? and territory_id = ?',
        [account.id, territoryId],
        'run',
      );
      const kept: Record<string, number> = {
        ...(account.elsewhere > 0 && { otherTerritories: account.elsewhere }),
        ...(account.regions > 0 && { regions: account.regions }),
        ...(account.operator && { operator: 1 }),
      };
      const counts = { ...nobody, memberships: account.here };
      if (Object.keys(kept).length > 0) return { counts, kept, accountId: account.id };
      const [row] = await em.execute<{ sessions: number }[]>(
        'select count(*)::int as sessions from session where user_id = ?',
        [account.id],
      );
      // Sessions and identities at organisations go with it.
      await em.execute('delete from user_account where id = ?', [account.id], 'run');
      return {
        counts: { ...counts, accounts: 1, sessions: row?.sessions ?? 0 },
        kept: {},
        accountId: account.id,
      };
    });
}

async function standingOf(
  em: EntityManager,
  territoryId: string,
  email: string | null,
): Promise<Standing | undefined> {
  if (!email) return undefined;
  const [account] = await em.execute<Standing[]>(
    `select u.id, u.email, u.name, u.is_operator as operator,
       (select count(*)::int from membership m where m.user_id = u.id and m.territory_id = ?) as here,
       (select count(*)::int from membership m where m.user_id = u.id and m.territory_id <> ?) as elsewhere,
       (select count(*)::int from regional_observer o where o.user_id = u.id) as regions
     from user_account u where u.email = ? for update`,
    [territoryId, territoryId, email],
  );
  return account;
}

/** An account that has nothing to do with the territory is not the territory's to read. */
async function exported(
  em: EntityManager,
  account: Standing | undefined,
  territoryId: string,
  email: string | null,
): Promise<PersonalDataAnswer> {
  if (!account || (account.here === 0 && account.elsewhere + account.regions > 0) || !email)
    return { counts: { accounts: 0 }, kept: {}, accountId: account?.id ?? null };
  const [row] = await em.execute<
    { account: unknown; memberships: unknown[]; sessions: unknown[]; keys: unknown[] }[]
  >(
    `select to_jsonb(u) - 'is_operator' as account,
       (select coalesce(jsonb_agg(to_jsonb(m)), '[]') from membership m where m.user_id = u.id and m.territory_id = ?) as memberships,
       (select coalesce(jsonb_agg(to_jsonb(s) - 'token'), '[]') from session s where s.user_id = u.id) as sessions,
       (select coalesce(jsonb_agg(to_jsonb(k) - 'hash'), '[]') from api_key k where k.created_by_id = u.id) as keys
     from user_account u where u.id = ?`,
    [territoryId, account.id],
  );
  const counts = {
    accounts: 1,
    memberships: row?.memberships.length ?? 0,
    sessions: row?.sessions.length ?? 0,
  };
  return { counts, kept: {}, accountId: account.id, data: row };
}

/** Links under way name their reader. */
async function forgetLinks(em: EntityManager, email: string | null): Promise<number> {
  if (!email) return 0;
  const gone = await em.execute<{ id: string }[]>(
    'delete from verification where position(? in lower(value)) > 0 or position(? in lower(identifier)) > 0 returning id',
    [`"${email}"`, `"${email}"`],
  );
  return gone.length;
}
