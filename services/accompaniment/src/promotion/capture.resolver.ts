import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { PROSPECT_WORDING_VERSION, prospectWording } from '../prospect/consent-wording.js';
import { CaptureProspectInput } from './capture.input.js';
import { capture } from './capture.js';
import { CaptureResult, CaptureWords } from './capture.result.js';

@Resolver()
export class CaptureResolver {
  @Query(() => CaptureWords, {
    description: 'The sentences that a household reads at a fair and agrees to. Agents only.',
  })
  captureWords(@Ctx() context: SubgraphContext): CaptureWords {
    context.requireRole(...WRITERS);
    const { locale } = context.origin;
    return {
      version: PROSPECT_WORDING_VERSION,
      followUp: prospectWording('FOLLOW_UP', locale),
      news: prospectWording('NEWS', locale),
    };
  }

  @Mutation(() => CaptureResult, {
    description:
      'Takes in a household met at a fair. Sent twice, also a day later, it is one household. Agents only.',
  })
  captureProspect(
    @Arg('input', () => CaptureProspectInput) input: CaptureProspectInput,
    @Ctx() context: SubgraphContext,
  ) {
    return capture(context, input);
  }
}
