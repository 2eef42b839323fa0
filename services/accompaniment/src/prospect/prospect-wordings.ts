import { Field, ObjectType } from 'type-graphql';
import { PROSPECT_WORDING_VERSION, prospectWording } from './consent-wording.js';

@ObjectType({
  description: 'The exact sentences that a household agrees to in a form, in the language of the request.',
  simpleResolvers: true,
})
export class ProspectWordings {
  @Field(() => String, {
    description: 'Sent back as `consent.textVersion`: it says which sentences were read.',
  })
  version!: string;

  @Field(() => String, { description: 'To be kept, answered and followed: without it nothing is taken in.' })
  followUp!: string;

  @Field(() => String, { description: 'To get news of their own accord; free to leave out.' })
  news!: string;
}

/** The sentences as they stand. */
export const prospectWordings = (locale: string): ProspectWordings => ({
  version: PROSPECT_WORDING_VERSION,
  followUp: prospectWording('FOLLOW_UP', locale),
  news: prospectWording('NEWS', locale),
});
