import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { householdUserId } from '../household/own-household.js';
import {
  acceptOffer,
  cancelRegistration,
  declineOffer,
  type Hindrance,
  resizeRegistration,
} from './change-registration.js';
import { holdRegistration, type RegistrationWork } from './held-registration.js';
import { readNeeds, readParty } from './household-form.js';
import { OwnRegistrationResult } from './own-registration.js';
import { holderOf, selectOwnRegistration } from './own-registration.queries.js';
import { ChangeOwnRegistrationArguments, RegistrationTokenArguments } from './register.input.js';
import { RegistrationRefusal, refusalWords } from './registration-refusal.js';

/** What a household does to its own registration. Each says how things stand, whatever another tab did meanwhile. */
@Resolver()
export class OwnRegistrationChanges {
  constructor(private readonly links: HouseholdLinks) {}

  @Mutation(() => OwnRegistrationResult, {
    description:
      'Changes who comes and what they ask for. Fewer people free seats; more must fit whole, or all stays as it was.',
  })
  async changeOwnRegistration(
    @Args(() => ChangeOwnRegistrationArguments) { token, input }: ChangeOwnRegistrationArguments,
    @Ctx() context: SubgraphContext,
  ) {
    const problems = new Problems(context.origin.locale);
    const party = readParty(input, problems);
    const needs = input.needs ? readNeeds(input.needs, problems) : null;
    return this.change(context, token, problems, (work) => resizeRegistration(work, party, needs));
  }

  @Mutation(() => OwnRegistrationResult, {
    description: 'Gives the seats back, or leaves the waiting list. Done twice, it is done.',
  })
  cancelOwnRegistration(
    @Args(() => RegistrationTokenArguments) { token }: RegistrationTokenArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.change(context, token, null, (work) => cancelRegistration(work));
  }

  @Mutation(() => OwnRegistrationResult, {
    description: 'Takes the seats that are offered, before the deadline.',
  })
  acceptOffer(
    @Args(() => RegistrationTokenArguments) { token }: RegistrationTokenArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.change(context, token, null, acceptOffer);
  }

  @Mutation(() => OwnRegistrationResult, {
    description: 'Leaves the seats that are offered to the next household.',
  })
  declineOffer(
    @Args(() => RegistrationTokenArguments) { token }: RegistrationTokenArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.change(context, token, null, declineOffer);
  }

  private async change(
    context: SubgraphContext,
    token: string,
    problems: Problems | null,
    work: (work: RegistrationWork) => Promise<Hindrance>,
  ): Promise<typeof OwnRegistrationResult> {
    const holder = await holderOf(context, this.links, token);
    if (!holder) return refuse(context, RegistrationRefusal.NO_SUCH_REGISTRATION);
    const { prospectId, registrationId } = holder;
    if (problems && problems.list.length > 0)
      return { ...refuse(context, RegistrationRefusal.INVALID), problems: problems.list };
    const post = { card: context.requireTerritoryCard(), links: this.links };
    const territory = asTerritory(context);
    const { scope } = territory;
    const actor = { ...scope, userId: householdUserId(prospectId) };
    // What prevents it is no failure: offers that had passed have ended all the same, and that is kept.
    const hindrance = await territory.write(async (connection) => {
      const held = await holdRegistration(connection, scope, actor, post, registrationId);
      return held ? work(held) : RegistrationRefusal.NO_SUCH_REGISTRATION;
    });
    const registration = await selectOwnRegistration(context, holder);
    if (hindrance) return { ...refuse(context, hindrance), current: registration };
    if (!registration) return refuse(context, RegistrationRefusal.NO_SUCH_REGISTRATION);
    return { __typename: 'OwnRegistrationChanged', registration };
  }
}

const refuse = ({ origin }: SubgraphContext, reason: RegistrationRefusal) => ({
  __typename: 'OwnRegistrationRefused' as const,
  reason,
  message: refusalWords(reason, origin.locale),
  problems: [],
  current: null,
});
