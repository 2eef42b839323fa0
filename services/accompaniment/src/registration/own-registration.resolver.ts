import type { SubgraphContext } from '@ancrage/subgraph';
import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { DiscoverySession } from '../session/discovery-session.entity.js';
import { loadSession } from '../session/session.queries.js';
import { SessionStatus } from '../session/session-format.js';
import { isLive } from './held-registration.js';
import { OwnRegistration, OwnVisit } from './own-registration.js';
import {
  holderOf,
  selectOwnRegistration,
  selectOwnVisits,
  selectPosition,
} from './own-registration.queries.js';
import { RegistrationTokenArguments } from './register.input.js';
import { RegistrationStatus } from './registration-status.js';
import { RegistrationMove } from './registration-trail.js';
import { selectOwnTrail } from './registration-trail.queries.js';

const HOLDING = [RegistrationStatus.CONFIRMED, RegistrationStatus.ATTENDED] as readonly RegistrationStatus[];

@Resolver(() => OwnRegistration)
export class OwnRegistrationResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Query(() => OwnRegistration, {
    nullable: true,
    description: 'The registration that a link opens; null when the link is none.',
  })
  async ownRegistration(
    @Args(() => RegistrationTokenArguments) { token }: RegistrationTokenArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<OwnRegistration | null> {
    const holder = await holderOf(context, this.links, token);
    return holder && selectOwnRegistration(context, holder);
  }

  @FieldResolver(() => DiscoverySession, { nullable: true, description: 'Null while it is a draft again.' })
  session(@Root() { sessionId }: OwnRegistration, @Ctx() context: SubgraphContext) {
    return loadSession(context, sessionId);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Rank on the waiting list, from 1.' })
  position(@Root() own: OwnRegistration, @Ctx() context: SubgraphContext): Promise<number | null> {
    return selectPosition(context, own);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'For the QR code that is shown on arrival; null while no seat is theirs.',
  })
  checkInToken(@Root() { id, status }: OwnRegistration): string | null {
    return HOLDING.includes(status) ? this.links.tokenOf('CHECK_IN', id) : null;
  }

  @FieldResolver(() => [OwnVisit], { description: 'What is arranged for this household alone.' })
  visits(@Root() own: OwnRegistration, @Ctx() context: SubgraphContext): Promise<OwnVisit[]> {
    return selectOwnVisits(context, own);
  }

  @FieldResolver(() => Boolean, { description: 'Whether party and seats can still be changed here.' })
  async changeable(@Root() own: OwnRegistration, @Ctx() context: SubgraphContext): Promise<boolean> {
    const session = await loadSession(context, own.sessionId);
    if (!session || session.status === SessionStatus.CANCELLED) return false;
    return isLive(own) && !own.checkedInAt && session.startsAt > new Date();
  }

  @FieldResolver(() => [RegistrationMove], { description: 'What happened to it, latest first.' })
  trail(@Root() own: OwnRegistration, @Ctx() context: SubgraphContext): Promise<RegistrationMove[]> {
    return selectOwnTrail(context, own);
  }
}
