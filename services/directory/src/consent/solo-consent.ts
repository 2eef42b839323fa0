import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { ConsentChannel } from './consent-channel.js';
import { ConsentPurpose } from './consent-purpose.js';

registerEnumType(ConsentPurpose, {
  name: 'ConsentPurpose',
  valuesConfig: {
    WEB: { description: 'The public directory of the territory.' },
    PRESS: { description: 'Being presented as an arrival: news, feed, press sheet.' },
    REGION: { description: 'Being named to the region, not merely counted.' },
  },
});
registerEnumType(ConsentChannel, {
  name: 'SoloConsentChannel',
  description: 'How a solo gave their consent.',
});

@ObjectType({
  description: 'What a solo agreed to, kept as it was given. Agents only.',
  simpleResolvers: true,
})
export class SoloConsent {
  @Field(() => ID)
  id!: string;

  @Field(() => ConsentPurpose)
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'The exact sentence.' })
  wording!: string;

  @Field(() => String, { description: 'Which edition of it.' })
  version!: string;

  @Field(() => ConsentChannel)
  channel!: ConsentChannel;

  @Field(() => DateTimeResolver)
  givenAt!: Date;

  @Field(() => DateTimeResolver, { nullable: true })
  withdrawnAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'What shows it, for one that was not given on the site.',
  })
  evidence!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Account of the member who wrote it down, or solo:… for the person.',
  })
  recordedBy!: string | null;
}

@ObjectType({ description: 'A sentence to agree to, in force now.', simpleResolvers: true })
export class SoloConsentSentence {
  @Field(() => ConsentPurpose)
  purpose!: ConsentPurpose;

  @Field(() => String)
  wording!: string;

  @Field(() => String)
  version!: string;
}
