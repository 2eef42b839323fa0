import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { STAFF } from '@ancrage/subgraph/policies';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { MaxLength } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from 'type-graphql';
import { changeRecord } from '../pipeline/change-record.js';
import { SoloRecordResult } from '../pipeline/solo-record.result.js';
import { ConsentChannel } from './consent-channel.js';
import { ConsentPurpose } from './consent-purpose.js';
import { consentWording, WORDING_VERSION } from './consent-wording.js';
import { giveConsent, withdrawConsents } from './give-consent.js';
import { SoloConsentSentence } from './solo-consent.js';

/** An older agreement has to be asked for again. */
const OLDEST_YEARS = 10;

@InputType({ description: 'A consent that was given on paper, by telephone or by e-mail, as it was given.' })
export class RecordConsentInput {
  @Field(() => ConsentPurpose)
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'The exact sentence that they agreed to, at most 2,000 characters.' })
  @MaxLength(20_000)
  wording!: string;

  @Field(() => String, { description: 'Which edition of it, at most 40 characters.' })
  @MaxLength(1000)
  version!: string;

  @Field(() => ConsentChannel, {
    description: 'PAPER, PHONE or EMAIL: what is given on the site is given there.',
  })
  channel!: ConsentChannel;

  @Field(() => DateResolver, { description: 'The day: not ahead, ten years back at most.' })
  givenOn!: Date;

  @Field(() => String, {
    description: 'What shows it: where the paper is, who was on the telephone. At most 500 characters.',
  })
  @MaxLength(20_000)
  evidence!: string;
}

@Resolver()
export class RecordConsentResolver {
  @Query(() => [SoloConsentSentence], {
    description: 'The sentences in force, in the reader’s language. Members only.',
  })
  soloConsentSentences(@Ctx() context: SubgraphContext): SoloConsentSentence[] {
    context.requireRole(...STAFF);
    return Object.values(ConsentPurpose).map((purpose) => ({
      purpose,
      wording: consentWording(purpose, context.origin.locale),
      version: WORDING_VERSION,
    }));
  }

  @Mutation(() => SoloRecordResult, {
    description: 'Writes down a consent that was not given on the site, with what shows it. Agents only.',
  })
  recordConsent(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => RecordConsentInput) input: RecordConsentInput,
    @Ctx() context: SubgraphContext,
  ) {
    return changeRecord(context, id, async (connection, solo, problems) => {
      const wording = problems.text('wording', cleanText(input.wording), 2000);
      const version = problems.text('version', cleanText(input.version), 40);
      const evidence = problems.text('evidence', cleanText(input.evidence), 500);
      const day = input.givenOn.toISOString().slice(0, 10);
      const today = reportingDate();
      const oldest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
      if (day > today || day < oldest)
        problems.add(
          'givenOn',
          'Donnez un jour passé, depuis moins de dix ans.',
          'Give a past day, less than ten years ago.',
        );
      if (input.channel === ConsentChannel.WEB)
        problems.add(
          'channel',
          'Choisissez papier, téléphone ou courriel.',
          'Choose paper, telephone or e-mail.',
        );
      const { purpose, channel } = input;
      const { rowCount } = await connection.query(
        'select from consent where solo_id = $1 and purpose = $2 and withdrawn_at is null',
        [id, purpose],
      );
      if (rowCount)
        problems.add(
          'purpose',
          'Un accord de cette sorte tient déjà.',
          'A consent of this kind holds already.',
        );
      if (problems.list.length > 0) return;
      const givenAt = new Date(Math.min(Date.now(), Date.parse(`${day}T12:00:00Z`)));
      await giveConsent(connection, context.scope, solo, {
        purpose,
        wording,
        version,
        channel,
        givenAt,
        evidence,
      });
    });
  }

  @Mutation(() => SoloRecordResult, {
    description:
      'Takes back a consent in the name of the person; what rested on it is unpublished at once. Agents only.',
  })
  withdrawConsent(
    @Arg('id', () => ID) id: string,
    @Arg('purpose', () => ConsentPurpose) purpose: ConsentPurpose,
    @Arg('note', () => String, { description: 'How they said so, 1 to 1,000 characters.' }) note: string,
    @Ctx() context: SubgraphContext,
  ) {
    return changeRecord(context, id, async (connection, _solo, problems) => {
      const how = problems.text('note', cleanText(note.slice(0, 20_000)), 1000);
      if (problems.list.length > 0) return;
      if ((await withdrawConsents(connection, context.scope, id, purpose, how)) === 0)
        problems.add('purpose', 'Aucun accord de cette sorte ne tient.', 'No consent of this kind holds.');
    });
  }
}
