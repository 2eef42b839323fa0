import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { loadFacts } from './fact.queries.js';
import { VerifyFactsInput, VerifyFactsResult } from './offer.input.js';
import { isOfTerritory, OfferProblems, refuse } from './offer-refused.js';
import { type Vouched, writeVerifications } from './write-verifications.js';

@Resolver()
export class VerifyFactsResolver {
  @Mutation(() => VerifyFactsResult, {
    description:
      'Vouches for facts of a commune, for as long as the territory’s settings say. All of them, or none. Agents only.',
  })
  async verifyFacts(
    @Arg('input', () => VerifyFactsInput) input: VerifyFactsInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const problems = new OfferProblems(context.origin.locale);
    const vouched = read(input, problems);
    if (!(await isOfTerritory(context, input.communeCode)))
      problems.add(
        'communeCode',
        'Choisissez une commune du territoire.',
        'Choose a commune of the territory.',
      );
    if (problems.list.length > 0) return refuse(problems.list);
    await context.write((connection) => writeVerifications(connection, context, vouched));
    const types = new Set(vouched.map(({ type }) => type));
    const facts = await loadFacts(context, input.communeCode);
    return { __typename: 'FactsChanged' as const, facts: facts.filter(({ type }) => types.has(type.code)) };
  }
}

function read({ communeCode, facts, verifiedBy }: VerifyFactsInput, problems: OfferProblems): Vouched[] {
  const by = problems.body('verifiedBy', verifiedBy);
  if (new Set(facts.map(({ type }) => type)).size < facts.length)
    problems.add('facts', 'Un même type de service y est deux fois.', 'A type of service is there twice.');
  return facts.map(({ type, count, note }, index) => {
    problems.knownType(`facts.${index}.type`, type);
    problems.count(`facts.${index}.count`, count);
    const said = note?.trim() ? problems.text(`facts.${index}.note`, note, 1000) : null;
    return { commune: communeCode, type, count, by, note: said, names: [] };
  });
}
