import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { cancelRegistration, type Hindrance, resizeRegistration } from './change-registration.js';
import { holdRegistration, type RegistrationWork } from './held-registration.js';
import { readParty } from './household-form.js';
import {
  CancelRegistrationArguments,
  RegistrationArguments,
  RegistrationChangeResult,
  RegistrationRecord,
  RegistrationRecordConnection,
  ResizeRegistrationArguments,
  SessionRegistrationsArguments,
} from './registration-record.js';
import { selectRegistration, selectRegistrations } from './registration-record.queries.js';
import { RegistrationRefusal, refusalWords } from './registration-refusal.js';
import { RegistrationTrail, RegistrationTrailArguments } from './registration-trail.js';
import { selectTrail } from './registration-trail.queries.js';

const NO_SUCH_REGISTRATION = "Cette inscription n'existe pas.";

/** What agents see and do of the households in a session. */
@Resolver()
export class RegistrationRecordsResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Query(() => RegistrationRecordConnection, {
    description: 'The households of a session, in the order in which they came. Agents and above.',
  })
  sessionRegistrations(
    @Args(() => SessionRegistrationsArguments) page: SessionRegistrationsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<RegistrationRecordConnection> {
    context.requireTerritory();
    context.requireRole(...WRITERS);
    return selectRegistrations(context, page);
  }

  @Query(() => RegistrationRecord, {
    nullable: true,
    description: 'One household in a session; null when there is none. Agents and above.',
  })
  registrationRecord(
    @Args(() => RegistrationArguments) { id }: RegistrationArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<RegistrationRecord | null> {
    context.requireTerritory();
    context.requireRole(...WRITERS);
    return selectRegistration(context, id);
  }

  @Query(() => RegistrationTrail, {
    description:
      'Every move of a registration, or of all the seats of a session, with who made it and why. Agents and above.',
  })
  registrationTrail(
    @Args(() => RegistrationTrailArguments) page: RegistrationTrailArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<RegistrationTrail> {
    context.requireTerritory();
    context.requireRole(...WRITERS);
    return selectTrail(context, page);
  }

  @Mutation(() => RegistrationChangeResult, {
    description: 'Cancels for a household, which is told; its seats are offered on. Agents and above.',
  })
  cancelRegistration(
    @Args(() => CancelRegistrationArguments) { id, reason }: CancelRegistrationArguments,
    @Ctx() context: SubgraphContext,
  ) {
    const why = cleanLine(reason ?? '') || null;
    return this.change(context, id, null, (work) => cancelRegistration(work, why));
  }

  @Mutation(() => RegistrationChangeResult, {
    description: 'Changes who comes of a household, which is told. Agents and above.',
  })
  resizeRegistration(
    @Args(() => ResizeRegistrationArguments) { id, adults, childrenBirthYears }: ResizeRegistrationArguments,
    @Ctx() context: SubgraphContext,
  ) {
    const problems = new Problems(context.origin.locale);
    const party = readParty(
      { adults, children: childrenBirthYears.map((birthYear) => ({ birthYear })) },
      problems,
    );
    return this.change(context, id, problems, (work) => resizeRegistration(work, party));
  }

  private async change(
    context: SubgraphContext,
    id: string,
    problems: Problems | null,
    work: (work: RegistrationWork) => Promise<Hindrance>,
  ): Promise<typeof RegistrationChangeResult> {
    context.requireTerritory();
    context.requireRole(...WRITERS);
    if (!(await selectRegistration(context, id))) throw new NotFoundError(NO_SUCH_REGISTRATION);
    const refuse = (reason: RegistrationRefusal) => ({
      __typename: 'RegistrationChangeRefused' as const,
      reason,
      message: refusalWords(reason, context.origin.locale),
      problems: problems?.list ?? [],
    });
    if (problems && problems.list.length > 0) return refuse(RegistrationRefusal.INVALID);
    const { scope } = context;
    const post = { card: context.requireTerritoryCard(), links: this.links };
    const hindrance = await context.write(async (connection) => {
      const held = await holdRegistration(connection, scope, scope, post, id);
      return held ? work(held) : RegistrationRefusal.NO_SUCH_REGISTRATION;
    });
    if (hindrance) return refuse(hindrance);
    const registration = await selectRegistration(context, id);
    if (!registration) throw new NotFoundError(NO_SUCH_REGISTRATION);
    return { __typename: 'RegistrationChanged', registration };
  }
}
