import type { LinkSigner } from '@ancrage/post/link';
import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Commune } from '../commune/commune.js';
import { loadCommune } from '../commune/commune.queries.js';
import { familyOf } from '../facility/facility-types.js';
import { Fact } from '../qualification/fact.js';
import { CURATED_TYPES, loadFacts } from '../qualification/fact.queries.js';
import { OfferProblems, refuse } from '../qualification/offer-refused.js';
import { AnswerVerificationInput, AnswerVerificationResult, InvitationToAnswer } from './answer.js';
import { contextOfLink, selectInvitation } from './answer.queries.js';
import { readAnswers, writeAnswers } from './write-answers.js';

@Resolver(() => InvitationToAnswer)
export class AnswerResolver {
  constructor(private readonly signer: LinkSigner) {}

  @Query(() => InvitationToAnswer, {
    nullable: true,
    description:
      'What a commune is asked, by the token of its link; null when the link is not one, or is answered no more.',
  })
  async verificationInvitation(
    @Arg('token', () => String) token: string,
    @Ctx() context: SubgraphContext,
  ): Promise<InvitationToAnswer | null> {
    const link = contextOfLink(context, this.signer, token);
    return link && selectInvitation(link.commune, link.id);
  }

  @Mutation(() => AnswerVerificationResult, {
    description:
      'Answers for a commune, by the token of its link: in part or in full, again if need be. Nothing shows before an agent accepts it.',
  })
  async answerVerification(
    @Arg('input', () => AnswerVerificationInput) { token, answeredBy, answers }: AnswerVerificationInput,
    @Ctx() context: SubgraphContext,
  ) {
    const link = contextOfLink(context, this.signer, token);
    const invitation = link && (await selectInvitation(link.commune, link.id));
    if (!link || !invitation) throw new NotFoundError('Ce lien n’est plus valable.');
    const facts = await loadFacts(context, invitation.communeCode);
    const known = new Map(facts.map(({ type, count }) => [type.code, count]));
    const problems = new OfferProblems(context.origin.locale);
    const by = problems.body('answeredBy', answeredBy);
    const stored = readAnswers(answers, invitation, known, problems);
    if (problems.list.length > 0) return refuse(problems.list);
    await link.commune.write((connection) =>
      writeAnswers(connection, context.requireTerritory(), invitation, by, stored),
    );
    const answered = await selectInvitation(link.commune, link.id);
    return { __typename: 'VerificationAnswered' as const, invitation: answered };
  }

  @FieldResolver(() => Commune)
  commune(
    @Root() { communeCode }: InvitationToAnswer,
    @Ctx() context: SubgraphContext,
  ): Promise<Commune | null> {
    return loadCommune(context, communeCode);
  }

  @FieldResolver(() => [Fact], {
    description: 'What is known of the types that matter, of the families asked about.',
  })
  async facts(
    @Root() { communeCode, families }: InvitationToAnswer,
    @Ctx() context: SubgraphContext,
  ): Promise<Fact[]> {
    const facts = await loadFacts(context, communeCode);
    return facts.filter(
      ({ type }) => CURATED_TYPES.includes(type.code) && families.includes(familyOf(type.code)),
    );
  }
}
