import type { SubgraphContext } from '@ancrage/subgraph';
import { closeTenant, openTenant } from '@ancrage/tenant/close-tenant';
import { Ctx, Mutation, Resolver } from 'type-graphql';
import { LETTERS_CHANNEL } from '../letter/write-letter.js';

/** The part of a suspension that is the directory's. */
@Resolver()
export class SuspensionResolver {
  @Mutation(() => Boolean, {
    description:
      'Keeps every letter of the request’s territory back and stops the clock of links and yearly questions, for an operator who suspends it; before suspendTerritory. Done again it changes nothing.',
  })
  suspendTerritoryDirectory(@Ctx() context: SubgraphContext): Promise<boolean> {
    return closeTenant(context);
  }

  @Mutation(() => Boolean, {
    description:
      'Sends what waited in the request’s territory, for an operator who opens it again; before resumeTerritory. Links and yearly questions last longer by as long as it was suspended. Done again it changes nothing.',
  })
  resumeTerritoryDirectory(@Ctx() context: SubgraphContext): Promise<boolean> {
    return openTenant(context, async (connection) => {
      await connection.query(`select pg_notify('${LETTERS_CHANNEL}', $1)`, [context.requireTerritory()]);
    });
  }
}
