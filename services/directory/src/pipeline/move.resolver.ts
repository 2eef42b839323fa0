import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Resolver } from 'type-graphql';
import { type HiddenBecause, hideEntry } from '../entry/publish-entry.js';
import { recordEvent } from '../event/record-event.js';
import { SoloStatus } from '../solo/solo-status.js';
import { changeRecord } from './change-record.js';
import { moveSolo } from './move-solo.js';
import { publishRecord } from './publish-record.js';
import { SoloRecordResult } from './solo-record.result.js';

const { IDENTIFIED, CONTACTED, CONSENTED, PUBLISHED, REFUSED } = SoloStatus;
type Chosen = typeof IDENTIFIED | typeof CONTACTED | typeof REFUSED;
const CHOSEN: readonly SoloStatus[] = [IDENTIFIED, CONTACTED, REFUSED];

@ArgsType()
class NoteArguments {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: '1 to 1,000 characters.' })
  @MaxLength(20_000)
  note!: string;
}

@Resolver()
export class MoveResolver {
  @Mutation(() => SoloRecordResult, {
    description:
      'Moves a solo to IDENTIFIED, CONTACTED or REFUSED (which needs a note); other stages follow from consents. Agents only.',
  })
  moveSolo(
    @Arg('id', () => ID) id: string,
    @Arg('to', () => SoloStatus) to: SoloStatus,
    @Ctx() context: SubgraphContext,
    @Arg('note', () => String, { nullable: true, description: 'Why, or how: at most 1,000 characters.' })
    note?: string | null,
  ) {
    return changeRecord(context, id, async (connection, solo, problems) => {
      const why = cleanText((note ?? '').slice(0, 20_000));
      if (why.length > 1000) problems.add('note', '1 000 caractères au plus.', 'At most 1,000 characters.');
      if (to === REFUSED && why === '')
        problems.add('note', 'Dites en quelques mots pourquoi.', 'Say why in a few words.');
      const { rowCount: objected } = await connection.query(
        'select from solo_contact where solo_id = $1 and objected_at is not null',
        [id],
      );
      if (objected)
        problems.add(
          'to',
          'Cette personne s’est opposée à figurer ici : elle seule peut revenir.',
          'This person objected to being known here: they alone may come back.',
        );
      if (problems.list.length > 0) return;
      const moved =
        CHOSEN.includes(to) && (await moveSolo(connection, context.scope, solo, to as Chosen, why || null));
      if (!moved)
        problems.add(
          'to',
          'De là où en est cette fiche, on ne va pas là.',
          'One does not go there from here.',
        );
    });
  }

  @Mutation(() => SoloRecordResult, { description: 'Adds a remark to the history. Agents only.' })
  noteSolo(@Args(() => NoteArguments) { id, note }: NoteArguments, @Ctx() context: SubgraphContext) {
    return changeRecord(context, id, async (connection, _solo, problems) => {
      const text = problems.text('note', cleanText(note), 1000);
      if (problems.list.length === 0)
        await recordEvent(connection, context.scope, id, 'NOTED', { note: text });
    });
  }

  @Mutation(() => SoloRecordResult, {
    description: 'Shows a solo whose consent to the web holds. Agents only.',
  })
  publishSolo(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    return changeRecord(context, id, async (connection, solo, problems) => {
      const because = solo.hiddenBecause as HiddenBecause | null;
      if (solo.status !== CONSENTED)
        problems.add(
          'id',
          'Sans accord qui tienne, rien ne se publie.',
          'Nothing shows without a consent that holds.',
        );
      else if (because === 'PAUSED')
        problems.add(
          'id',
          'Cette personne a suspendu sa fiche : elle seule la reprend.',
          'This person paused their entry: they alone resume it.',
        );
      else if (because === 'LAPSED')
        problems.add(
          'id',
          'Cette fiche attend que la personne la confirme.',
          'This entry waits for the person to confirm it.',
        );
      else await publishRecord(connection, context.scope, solo);
    });
  }

  @Mutation(() => SoloRecordResult, {
    description: 'Takes a published solo off the public pages; the consent goes on holding. Agents only.',
  })
  hideSolo(@Args(() => NoteArguments) { id, note }: NoteArguments, @Ctx() context: SubgraphContext) {
    return changeRecord(context, id, async (connection, solo, problems) => {
      const why = problems.text('note', cleanText(note), 1000);
      if (solo.status !== PUBLISHED)
        problems.add('id', 'Cette fiche n’est pas publiée.', 'This entry is not published.');
      if (problems.list.length === 0) await hideEntry(connection, context.scope, solo, 'MODERATED', why);
    });
  }
}
