import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { keepAnswer, surveyFacts } from './answer-survey.js';
import { AnswerSurveyArguments, SessionSurveyArguments, SurveyLinkArguments } from './survey.input.js';
import { AnswerSurveyResult, OwnSurvey, SessionSurvey } from './survey.js';
import { selectOwnSurvey, selectSessionSurvey } from './survey.queries.js';

/** What households say of a session they came to. */
@Resolver()
export class SurveyResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Query(() => OwnSurvey, {
    nullable: true,
    description:
      'The survey that a link opens; null for a link of none, or of a household that did not come.',
  })
  async ownSurvey(
    @Args(() => SurveyLinkArguments) { token }: SurveyLinkArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<OwnSurvey | null> {
    const id = this.links.idOf('SURVEY', token);
    const found = id ? await selectOwnSurvey(context, id) : null;
    return found?.survey ?? null;
  }

  @Mutation(() => AnswerSurveyResult, {
    description: 'Answers a survey, or changes what was answered, until 30 days after the session.',
  })
  async answerSurvey(
    @Args(() => AnswerSurveyArguments) { token, input }: AnswerSurveyArguments,
    @Ctx() context: SubgraphContext,
  ) {
    const id = this.links.idOf('SURVEY', token);
    const found = id ? await selectOwnSurvey(context, id) : null;
    const english = context.origin.locale === 'en';
    if (!id || !found)
      return refuse(english ? 'This link leads to no survey.' : 'Ce lien ne mène à aucun questionnaire.');
    if (!found.survey.open)
      return refuse(english ? 'This survey is not open.' : 'Ce questionnaire n’est pas ouvert.');
    const problems = new Problems(context.origin.locale);
    const facts = surveyFacts(input, problems);
    if (problems.list.length > 0)
      return refuse(
        english ? 'Some answers are missing or too long.' : 'Des réponses manquent ou sont trop longues.',
        problems.list,
      );
    const { prospectId, survey } = found;
    await keepAnswer(context, { registrationId: id, prospectId, sessionId: survey.session.id }, facts);
    return { __typename: 'SurveyAnswered', survey: (await selectOwnSurvey(context, id))?.survey };
  }

  @Query(() => SessionSurvey, {
    nullable: true,
    description: 'What the households of a session said of it. Agents and above.',
  })
  sessionSurvey(
    @Args(() => SessionSurveyArguments) { sessionId }: SessionSurveyArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<SessionSurvey | null> {
    context.requireRole(...WRITERS);
    return selectSessionSurvey(context, sessionId);
  }
}

const refuse = (message: string, problems: Problems['list'] = []) => ({
  __typename: 'SurveyRefused',
  message,
  problems,
});
