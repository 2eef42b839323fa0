import type { SubgraphContext } from '@ancrage/subgraph';
import { closeTenant, openTenant } from '@ancrage/tenant/close-tenant';
import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { tellNewEnds } from '../registration/tell-new-ends.js';

/** The part of a suspension that is accompaniment's. */
@Resolver()
export class SuspensionResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Mutation(() => Boolean, {
    description:
      'Keeps every letter of the request’s territory back and stops the clock of its offers and daily works, for an operator who suspends it; before suspendTerritory. Done again it changes nothing.',
  })
  suspendTerritoryAccompaniment(@Ctx() context: SubgraphContext): Promise<boolean> {
    return closeTenant(context);
  }

  @Mutation(() => Boolean, {
    description:
      'Sends what waited in the request’s territory, for an operator who opens it again; before resumeTerritory. Offers last longer by as long as it was suspended, until their session closes at the latest, and their households are told. Done again it changes nothing.',
  })
  resumeTerritoryAccompaniment(@Ctx() context: SubgraphContext): Promise<boolean> {
    const post = { card: context.requireTerritoryCard(), links: this.links };
    return openTenant(context, (connection) => tellNewEnds(connection, context.scope, post));
  }
}
