import { emailAddress } from '@ancrage/input/contact-keys';
import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { EntrySessionArguments } from './entry.input.js';
import { refuseEntry } from './entry.result.js';
import {
  EntryLinkDead,
  EntryLinkStanding,
  OpenEntryLinkResult,
  RequestEntryLinkArguments,
  RequestEntryLinkResult,
} from './entry-link.js';
import type { EntryLinks } from './entry-links.js';
import { endSession, ownerOf } from './entry-session.js';
import { openLink, selectLink } from './open-link.js';
import { sendEntryLink } from './request-link.js';

@Resolver()
export class EntryLinkResolver {
  constructor(private readonly links: EntryLinks) {}

  @Mutation(() => RequestEntryLinkResult, {
    description:
      'Sends an address a link to its own entry, or to join by. The answer is the same whether the address is known or not.',
  })
  async requestEntryLink(
    @Args(() => RequestEntryLinkArguments) { email, website }: RequestEntryLinkArguments,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireTerritory();
    const address = emailAddress(email);
    if (!address) {
      const problems = new Problems(context.origin.locale);
      problems.add(
        'email',
        'Écrivez une adresse complète, comme nom@exemple.fr.',
        'Write a whole address, such as name@example.org.',
      );
      return refuseEntry(problems.list);
    }
    // People do not see that field: what fills it in is a programme, which learns nothing of it.
    if (!website) await sendEntryLink(context, this.links, address);
    return { __typename: 'EntryLinkSent' as const, email: address };
  }

  @Query(() => EntryLinkStanding, {
    nullable: true,
    description:
      'What a link is for and whether it still opens, without opening it; null for one that is none.',
  })
  async entryLink(
    @Arg('token', () => String) token: string,
    @Ctx() context: SubgraphContext,
  ): Promise<EntryLinkStanding | null> {
    const id = this.links.linkOf(token);
    const link = id && (await selectLink(context, id));
    return link ? (link as EntryLinkStanding) : null;
  }

  @Mutation(() => OpenEntryLinkResult, {
    description: 'Opens a link, once, for two hours. A link to join makes the person known to the territory.',
  })
  async openEntryLink(@Arg('token', () => String) token: string, @Ctx() context: SubgraphContext) {
    const id = this.links.linkOf(token);
    const opening = id ? await openLink(context, id) : { opened: false as const, state: null };
    if (!id || !opening.opened)
      return {
        __typename: 'EntryLinkDead' as const,
        state: 'state' in opening ? opening.state : null,
      } satisfies EntryLinkDead;
    return {
      __typename: 'EntryLinkOpened' as const,
      session: this.links.sessionOf(id),
      until: opening.until,
    };
  }

  @Mutation(() => Boolean, { description: 'Ends a session; the next visit needs a new link.' })
  async endEntrySession(
    @Args(() => EntrySessionArguments) { session }: EntrySessionArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<boolean> {
    const owner = await ownerOf(context, this.links, session);
    if (owner) await endSession(context, owner);
    return true;
  }
}
