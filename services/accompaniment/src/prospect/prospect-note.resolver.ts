import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { Args, ArgsType, Ctx, Field, ID, Mutation, Resolver, registerEnumType } from 'type-graphql';
import { changeProspect } from './change-prospect.js';
import { ProspectChangeResult } from './prospect.result.js';
import { bounded } from './prospect-facts.js';
import { recordProspectEvent } from './record-prospect-event.js';

/** How a household and the territory were in touch. */
export enum ProspectContactKind {
  CALLED = 'CALLED',
  WROTE = 'WROTE',
  MET = 'MET',
  WRITTEN_TO = 'WRITTEN_TO',
}
registerEnumType(ProspectContactKind, {
  name: 'ProspectContactKind',
  description: 'How a household and the territory were in touch.',
  valuesConfig: {
    CALLED: { description: 'They talked on the telephone.' },
    WROTE: { description: 'They wrote.' },
    MET: { description: 'They met.' },
    WRITTEN_TO: { description: 'The territory wrote or left a message: no sign of theirs.' },
  },
});

@ArgsType()
class NoteArguments {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: '1 to 4,000 characters.' })
  @MaxLength(40_000)
  note!: string;

  @Field(() => ID, { nullable: true, description: 'The case that it is about, for its trail.' })
  @IsOptional()
  @IsUUID()
  installationId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether administrators alone read it, besides its author; else all agents do.',
  })
  forAdministrators?: boolean | null;
}

@ArgsType()
class ContactArguments {
  @Field(() => ID)
  id!: string;

  @Field(() => ProspectContactKind)
  kind!: ProspectContactKind;

  @Field(() => DateTimeResolver, {
    nullable: true,
    description: 'When it was, not in the future; null: now.',
  })
  @IsOptional()
  at?: Date | null;

  @Field(() => String, { nullable: true, description: 'What was said, at most 4,000 characters.' })
  @MaxLength(40_000)
  @IsOptional()
  note?: string | null;
}

const YEARS = 10 * 366 * 86_400_000;

/** What agents write down about a household. */
@Resolver()
export class ProspectNoteResolver {
  @Mutation(() => ProspectChangeResult, {
    description: 'Adds a remark to a household’s timeline. Agents only.',
  })
  addProspectNote(
    @Args(() => NoteArguments) { id, note, installationId, forAdministrators }: NoteArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProspectChangeResult> {
    return changeProspect(context, id, async (connection, _prospect, problems) => {
      const text = problems.text('note', cleanText(note), 4000);
      if (problems.list.length === 0)
        await recordProspectEvent(connection, context.scope, id, 'NOTED', {
          note: text,
          detail: {
            ...(installationId && { installation: installationId }),
            ...(forAdministrators && { readers: 'ADMINISTRATORS' }),
          },
        });
    });
  }

  @Mutation(() => ProspectChangeResult, {
    description:
      'Writes down that a household and the territory were in touch. What came from the household makes its data be kept three years from then. Agents only.',
  })
  logProspectContact(
    @Args(() => ContactArguments) { id, kind, at = null, note }: ContactArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProspectChangeResult> {
    return changeProspect(context, id, async (connection, _prospect, problems) => {
      const text = bounded('note', cleanText(note ?? ''), 4000, problems);
      // A minute of grace: the clocks of two machines differ.
      if (at && (at.getTime() > Date.now() + 60_000 || at.getTime() < Date.now() - YEARS))
        problems.add(
          'at',
          'Ce jour n’est pas encore venu, ou est trop ancien.',
          'That day is yet to come, or too long ago.',
        );
      if (problems.list.length === 0)
        await recordProspectEvent(connection, context.scope, id, kind, { note: text, at });
    });
  }
}
