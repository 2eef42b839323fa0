import type { ReachableMember } from '@ancrage/signature/members';
import type { EntityManager } from '@mikro-orm/postgresql';
import { UserAccount } from '../account/user-account.entity.js';
import type { Database } from '../database.js';
import { type Carrier, type Colleague, carriers, colleagues, reachableCarriers } from './colleagues.js';
import { type MemberRole, Membership } from './membership.entity.js';
import { RegionalObserver } from './regional-observer.entity.js';

/** What a person may do, as the token says it. */
export interface Rights {
  memberships: { territoryId: string; role: MemberRole }[];
  /** INSEE codes of the regions whose figures they observe. */
  regions: string[];
  operator: boolean;
}

/** One thing to grant or revoke. */
export type Right =
  | { kind: 'membership'; territoryId: string; role: MemberRole }
  | { kind: 'region'; code: string }
  | { kind: 'operator' };

/** A right to take away; a membership goes whatever its role. */
export type RevokedRight =
  | { kind: 'membership'; territoryId: string }
  | { kind: 'region'; code: string }
  | { kind: 'operator' };

/** Who may do what. Reads of one person act as that person, management as the operator: the policies see which. */
export class RightsService {
  constructor(private readonly database: Database) {}

  /** The rights of an account; none for an unknown one. */
  async read(userId: string): Promise<Rights> {
    return this.#as({ 'app.user_id': userId }, async (em) => {
      const user = await em.findOne(UserAccount, userId);
      const memberships = await em.find(Membership, { user: userId }, { orderBy: { territoryId: 'asc' } });
      const regions = await em.find(RegionalObserver, { user: userId }, { orderBy: { regionCode: 'asc' } });
      return {
        memberships: memberships.map(({ territoryId, role }) => ({ territoryId, role })),
        regions: regions.map(({ regionCode }) => regionCode),
        operator: user?.isOperator ?? false,
      };
    });
  }

  /** Who follows households in a territory: for one of them, who may see it. */
  async colleagues(territoryId: string): Promise<Colleague[]> {
    return this.#asOperator((em) => colleagues(em, territoryId));
  }

  /** To whom steps of a welcome can be given in a territory, by name. */
  async carriers(territoryId: string): Promise<Carrier[]> {
    return this.#asOperator((em) => carriers(em, territoryId));
  }

  /** The same with their addresses: for other services alone. */
  async reachableCarriers(territoryId: string): Promise<ReachableMember[]> {
    return this.#asOperator((em) => reachableCarriers(em, territoryId));
  }

  /** Gives a right to an address, making its account when there is none; granting twice changes nothing. */
  async grant(address: string, right: Right, name = ''): Promise<void> {
    await this.#asOperator(async (em) => {
      const email = address.toLowerCase();
      await em.upsert(
        UserAccount,
        { email, name: name || email },
        { onConflictFields: ['email'], onConflictAction: 'ignore' },
      );
      const user = await em.findOneOrFail(UserAccount, { email });
      if (right.kind === 'operator') user.isOperator = true;
      else if (right.kind === 'region') {
        const observer = { user: user.id, regionCode: right.code };
        await em.upsert(RegionalObserver, observer, { onConflictAction: 'ignore' });
      } else {
        const { territoryId, role } = right;
        await em.upsert(
          Membership,
          { user: user.id, territoryId, role },
          { onConflictMergeFields: ['role'] },
        );
      }
    });
  }

  /** Takes a right away; says whether there was one. It is gone from the next token on. */
  async revoke(address: string, right: RevokedRight): Promise<boolean> {
    return this.#asOperator(async (em) => {
      const user = await em.findOne(UserAccount, { email: address.toLowerCase() });
      if (!user) return false;
      if (right.kind === 'operator') {
        const { isOperator } = user;
        user.isOperator = false;
        return isOperator;
      }
      const removed =
        right.kind === 'region'
          ? await em.nativeDelete(RegionalObserver, { user: user.id, regionCode: right.code })
          : await em.nativeDelete(Membership, { user: user.id, territoryId: right.territoryId });
      return removed > 0;
    });
  }

  /** Every account and its rights, by address. */
  async list(): Promise<({ email: string; name: string } & Rights)[]> {
    return this.#asOperator(async (em) => {
      const users = await em.find(UserAccount, {}, { orderBy: { email: 'asc' } });
      const memberships = await em.find(Membership, {}, { orderBy: { territoryId: 'asc' } });
      const regions = await em.find(RegionalObserver, {}, { orderBy: { regionCode: 'asc' } });
      return users.map(({ id, email, name, isOperator }) => ({
        email,
        name,
        operator: isOperator,
        memberships: memberships
          .filter(({ user }) => user === id)
          .map(({ territoryId, role }) => ({ territoryId, role })),
        regions: regions.filter(({ user }) => user === id).map(({ regionCode }) => regionCode),
      }));
    });
  }

  #asOperator<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.#as({ 'app.role': 'OPERATOR' }, work);
  }

  #as<T>(variables: Record<string, string>, work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.database.em.fork({ session: { variables } }).transactional(work);
  }
}
