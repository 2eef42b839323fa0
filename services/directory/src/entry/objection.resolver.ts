import type { SubgraphContext } from '@ancrage/subgraph';
import { DateTimeResolver } from 'graphql-scalars';
import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { EntryLinkState } from './entry-link.js';
import type { EntryLinks } from './entry-links.js';
import { knownOf, objectByLink } from './objection.js';
import { selectLink } from './open-link.js';

@ObjectType({ description: 'What the holder of a link to object is told.', simpleResolvers: true })
export class ObjectionNotice {
  @Field(() => EntryLinkState)
  state!: EntryLinkState;

  @Field(() => String, { description: 'Name under which the territory knows them; empty once forgotten.' })
  displayName!: string;

  @Field(() => String)
  activity!: string;

  @Field(() => String, { description: 'How the territory came to know of them.' })
  identifiedBy!: string;

  @Field(() => DateTimeResolver)
  identifiedAt!: Date;
}

@ObjectType({ simpleResolvers: true })
export class ObjectionOutcome {
  @Field(() => Boolean, { description: 'Whether they are forgotten now.' })
  done!: boolean;

  @Field(() => EntryLinkState, { nullable: true, description: 'Why the link does not open; null for none.' })
  state!: EntryLinkState | `${EntryLinkState}` | null;
}

@Resolver()
export class ObjectionResolver {
  constructor(private readonly links: EntryLinks) {}

  @Query(() => ObjectionNotice, {
    nullable: true,
    description:
      'What is known of whoever holds a link to object, before they decide; null for another link.',
  })
  async objectionNotice(
    @Arg('token', () => String) token: string,
    @Ctx() context: SubgraphContext,
  ): Promise<ObjectionNotice | null> {
    const id = this.links.linkOf(token);
    const link = id ? await selectLink(context, id) : null;
    const known = link?.purpose === 'OBJECT' ? await knownOf(context, link) : null;
    return link && known ? { ...known, state: link.state as EntryLinkState } : null;
  }

  @Mutation(() => ObjectionOutcome, {
    description:
      'Forgets whoever holds the link, once: nothing of them is kept but what keeps them from being imported again.',
  })
  async objectToBeingKept(
    @Arg('token', () => String) token: string,
    @Ctx() context: SubgraphContext,
  ): Promise<ObjectionOutcome> {
    const id = this.links.linkOf(token);
    const outcome = id ? await objectByLink(context, id) : null;
    return outcome === 'DONE' ? { done: true, state: null } : { done: false, state: outcome };
  }
}
