import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { changePlan } from './change-plan.js';
import { SaveSessionInput } from './session-plan.input.js';
import { SaveSessionResult, sessionRefused, sessionSaved } from './session-plan.result.js';
import { planValues } from './session-plan.values.js';
import { insertDraft, notePast } from './write-plan.js';

@Resolver()
export class SessionPlanResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Mutation(() => SaveSessionResult, {
    description:
      'Writes a new draft, or changes a session. Another date or place of one that was published tells everybody registered, once that is confirmed. Agents only.',
  })
  async saveSession(
    @Arg('input', () => SaveSessionInput) input: SaveSessionInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    const values = planValues(input, problems);
    if (input.id) return changePlan(context, this.links, input.id, input, values, problems);
    notePast(values, problems);
    if (problems.list.length > 0) return sessionRefused(context, problems);
    return sessionSaved(context, await insertDraft(context, values));
  }
}
