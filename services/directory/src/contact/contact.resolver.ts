import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Mutation, Query, Resolver } from 'type-graphql';
import { recordAccess } from '../access/record-access.js';
import type { EntryLinks } from '../entry/entry-links.js';
import { selectRecordsById } from '../pipeline/solo-record.queries.js';
import { ContactSolosResult, SoloLetterPreview, type SoloNotWritten } from './contact-letter.js';
import { firstLetter, type Reachable, selectReachable, whyNot, writeFirstLetter } from './contact-solos.js';
import { usualMessage } from './first-letter.js';

const LONGEST_MESSAGE = 1500;

@ArgsType()
class ContactArguments {
  @Field(() => [ID], { description: 'At most 100.' })
  @ArrayMaxSize(100, { message: 'Au plus 100 personnes à la fois.' })
  @MaxLength(40, { each: true })
  ids!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'What members write, at most 1,500 characters; the usual words when left out.',
  })
  @MaxLength(20_000)
  @IsOptional()
  message?: string | null;
}

@Resolver()
export class ContactResolver {
  constructor(private readonly links: EntryLinks) {}

  @Query(() => SoloLetterPreview, {
    description:
      'The letter that tells people identified from elsewhere what is known of them, from where, why, and how to object. Agents only.',
  })
  async firstLetter(
    @Args(() => ContactArguments) { ids, message }: ContactArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<SoloLetterPreview> {
    context.requireRole(...WRITERS);
    const reachable = await context.write((connection) => selectReachable(connection, context.scope, ids));
    const words = wordsOf(context, message);
    const [first] = reachable.filter((solo) => !whyNot(solo));
    const sample = first && firstLetter(context, first, words, '…');
    await recordAccess(
      context,
      'LISTED',
      reachable.map(({ id }) => id),
    );
    return {
      recipients: await selectRecordsById(
        context,
        reachable.filter((solo) => !whyNot(solo)).map(({ id }) => id),
      ),
      left: await leftOut(context, reachable),
      message: words,
      subject: sample?.subject ?? null,
      body: sample?.body ?? null,
    };
  }

  @Mutation(() => ContactSolosResult, {
    description:
      'Writes the first letter to each of them, once ever; they are then informed and CONTACTED. Agents only.',
  })
  async contactSolos(
    @Args(() => ContactArguments) { ids, message }: ContactArguments,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    const words = problems.text('message', wordsOf(context, message), LONGEST_MESSAGE);
    if (problems.list.length > 0) return { __typename: 'ContactRefused' as const, problems: problems.list };
    const before = await context.write(async (connection) => {
      const territoryId = context.requireTerritory();
      // Locked in one order, then read: who objects meanwhile is not written to, and nobody twice.
      await connection.query(
        'select from solo where territory_id = $1 and id::text = any($2) order by id for update',
        [territoryId, ids],
      );
      const solos = await selectReachable(connection, context.scope, ids);
      for (const solo of solos)
        if (!whyNot(solo)) await writeFirstLetter(connection, context, this.links, solo, words);
      return solos;
    });
    const written = before.filter((solo) => !whyNot(solo)).length;
    return { __typename: 'SolosContacted' as const, written, left: await leftOut(context, before) };
  }
}

const wordsOf = (context: SubgraphContext, message: string | null | undefined): string =>
  cleanText(message ?? '') || usualMessage(context.requireTerritoryCard().name, context.origin.locale);

async function leftOut(context: SubgraphContext, solos: readonly Reachable[]): Promise<SoloNotWritten[]> {
  const whys = new Map(
    solos.flatMap((solo) => {
      const why = whyNot(solo);
      return why ? [[solo.id, why] as const] : [];
    }),
  );
  const records = await selectRecordsById(context, [...whys.keys()]);
  return records.flatMap((record) => {
    const why = whys.get(record.id);
    return why ? [{ record, why }] : [];
  });
}
