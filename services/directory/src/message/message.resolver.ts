import type { SubgraphContext } from '@ancrage/subgraph';
import { FieldProblem, Problems } from '@ancrage/subgraph/field-problem';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Solo } from '../solo/solo.entity.js';
import { WriteToSoloInput } from './message.input.js';
import { ConfirmSoloMessageResult, WriteToSoloResult } from './message.result.js';
import { isProven } from './proof-of-work.js';
import { readMessage } from './read-message.js';
import { releaseMessage } from './release-message.js';
import { findRecipient, holdMessage, sendMessage } from './send-message.js';

@ArgsType()
class ConfirmArguments {
  @Field(() => String, { description: 'What stands in the link of the letter.' })
  @MaxLength(100)
  token!: string;
}

@Resolver(() => Solo)
export class MessageResolver {
  @Mutation(() => WriteToSoloResult, {
    description:
      'Writes to a published solo without knowing their address, nor they the writer’s site. The same message goes once a day.',
  })
  async writeToSolo(
    @Arg('input', () => WriteToSoloInput) input: WriteToSoloInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof WriteToSoloResult> {
    context.requireTerritory();
    const { locale } = context.origin;
    const { message, problems } = readMessage(input, locale);
    if (problems.length > 0) return refused(problems);
    const proven = await isProven(input, input.proof);
    const territory = asTerritory(context);
    return territory.write(async (connection) => {
      const solo = await findRecipient(connection, territory.scope, input.slug);
      if (!solo) return refused(gone(locale));
      const { displayName } = solo;
      // What fills in the field that nobody sees is thanked like everybody else, and learns nothing.
      if (input.website) return { __typename: 'SoloMessageSent' as const, displayName };
      const may = await (proven ? sendMessage : holdMessage)(connection, territory, solo, message);
      if (!may) return refused(tooMany(locale));
      return {
        __typename: proven ? ('SoloMessageSent' as const) : ('SoloMessageHeld' as const),
        displayName,
      };
    });
  }

  @Mutation(() => ConfirmSoloMessageResult, {
    description: 'Sends a message that waited for its writer to follow the link in their mailbox. Once.',
  })
  async confirmSoloMessage(
    @Args(() => ConfirmArguments) { token }: ConfirmArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ConfirmSoloMessageResult> {
    context.requireTerritory();
    const { locale } = context.origin;
    const territory = asTerritory(context);
    const outcome = await releaseMessage(territory, token);
    if (outcome === 'GONE') return refused(gone(locale));
    if (outcome === 'TOO_MANY') return refused(tooMany(locale));
    return { __typename: 'SoloMessageSent', displayName: outcome.displayName };
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether a message can be sent through the directory: they left an address, which never shows.',
  })
  reachable(@Root() { id }: Solo, @Ctx() context: SubgraphContext): Promise<boolean> {
    return context.load('reachable', id, async (ids: readonly string[]) => {
      const rows = await asTerritory(context).read<{ id: string }>({
        name: 'reachable solos',
        text: `select solo_id as id from solo_contact where solo_id = any($1::uuid[]) and email is not null`,
        values: [ids],
      });
      const reachable = new Set(rows.map((row) => row.id));
      return ids.map((key) => reachable.has(key));
    });
  }
}

const refused = (problems: FieldProblem[]) => ({ __typename: 'SoloMessageRefused' as const, problems });

function problem(locale: string, field: string, fr: string, en: string): FieldProblem[] {
  const problems = new Problems(locale);
  problems.add(field, fr, en);
  return problems.list;
}

const gone = (locale: string) =>
  problem(
    locale,
    'slug',
    'Cette fiche ou ce lien ne sont plus là.',
    'This entry or this link is no longer there.',
  );
const tooMany = (locale: string) =>
  problem(
    locale,
    'form',
    'Trop de messages aujourd’hui : réessayez demain. Rien n’est perdu, votre texte est encore là.',
    'Too many messages today: try again tomorrow. Nothing is lost, your text is still here.',
  );
