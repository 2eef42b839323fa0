import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Resolver } from 'type-graphql';
import { addConsent } from './add-consent.js';
import { changeProspect } from './change-prospect.js';
import { givenConsent } from './given-consent.js';
import { ProspectConsentInput } from './prospect.input.js';
import { ProspectChangeResult } from './prospect.result.js';
import { recordProspectEvent } from './record-prospect-event.js';

@ArgsType()
class WithdrawArguments {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'FOLLOW_UP or NEWS.' })
  @MaxLength(40)
  purpose!: string;

  @Field(() => String, { description: 'How they said so, 1 to 1,000 characters.' })
  @MaxLength(20_000)
  note!: string;
}

/** What a household agrees to when it does not write itself. */
@Resolver()
export class ProspectConsentResolver {
  @Mutation(() => ProspectChangeResult, {
    description:
      'Writes down a consent that was given by word of mouth or on paper, in its exact words. Agents only.',
  })
  recordProspectConsent(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => ProspectConsentInput) input: ProspectConsentInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProspectChangeResult> {
    return changeProspect(context, id, async (connection, _prospect, problems) => {
      const consent = givenConsent(input, problems);
      if (consent && !(await addConsent(connection, context.scope, id, consent, null)))
        problems.add('consent', 'Cet accord vaut déjà.', 'This consent holds already.');
    });
  }

  @Mutation(() => ProspectChangeResult, {
    description: 'Ends a consent at once; what was agreed to stays on record. Agents only.',
  })
  withdrawProspectConsent(
    @Args(() => WithdrawArguments) { id, purpose, note }: WithdrawArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProspectChangeResult> {
    return changeProspect(context, id, async (connection, _prospect, problems) => {
      const how = problems.text('note', cleanText(note), 1000);
      if (problems.list.length > 0) return;
      const { rowCount } = await connection.query(
        `update prospect_consent set withdrawn_at = now()
          where territory_id = $1 and prospect_id = $2 and purpose = $3 and withdrawn_at is null`,
        [context.scope.territoryId, id, purpose],
      );
      if (rowCount === 0) {
        problems.add('consent', 'Cet accord ne vaut plus.', 'This consent holds no longer.');
        return;
      }
      await recordProspectEvent(connection, context.scope, id, 'CONSENT_WITHDRAWN', {
        note: how,
        detail: { purpose },
      });
    });
  }
}
