import { Field, ObjectType } from 'type-graphql';
import { SPONSOR_WORDING_VERSION, sponsorWording } from './sponsor-wording.js';

@ObjectType({
  description: 'The exact sentences that sponsors agree to, in the language of the request.',
  simpleResolvers: true,
})
export class SponsorWordings {
  @Field(() => String)
  version!: string;

  @Field(() => String, { description: 'To be a sponsor.' })
  sponsor!: string;

  @Field(() => String, { description: 'To be shown on the page that welcomes newcomers; free to leave out.' })
  portrait!: string;
}

/** The sentences as they stand. */
export const sponsorWordings = (locale: string): SponsorWordings => ({
  version: SPONSOR_WORDING_VERSION,
  sponsor: sponsorWording('SPONSOR', locale),
  portrait: sponsorWording('PORTRAIT', locale),
});
