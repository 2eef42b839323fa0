import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { Channel } from '../promotion/channel.js';
import { PROSPECT_WORDING_VERSION, prospectWording } from '../prospect/consent-wording.js';
import type { NewProspectConsent } from '../prospect/newcomer.js';
import { ProspectWordings, prospectWordings } from '../prospect/prospect-wordings.js';
import { isSessionId } from '../session/session.queries.js';
import { type HouseholdForm, readHouseholdForm } from './household-form.js';
import { RegisterHouseholdInput } from './register.input.js';
import { type Arrival, type NewRegistration, registerHousehold } from './register-household.js';
import { RegisterHouseholdResult, refuseRegistration } from './registration-answer.js';
import { RegistrationRefusal, RegistrationRefusedError, refuseProblems } from './registration-refusal.js';
import { RegistrationStatus } from './registration-status.js';

/** From this length on, a key that was chosen at random is not found by trying. */
const UNGUESSABLE = 16;

@Resolver()
export class RegisterResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Query(() => ProspectWordings, {
    description:
      'The sentences that a household agrees to when it registers, in the language of the request.',
  })
  registrationConsent(@Ctx() context: SubgraphContext): ProspectWordings {
    return prospectWordings(context.origin.locale);
  }

  @Mutation(() => RegisterHouseholdResult, {
    description:
      'Registers a household for a session, without an account: confirmed when it fits whole, else on the waiting list. Asked by an agent, it is for who called. The same form sent again gets the same answer.',
  })
  async registerHousehold(
    @Arg('input', () => RegisterHouseholdInput) input: RegisterHouseholdInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof RegisterHouseholdResult> {
    context.requireTerritory();
    const { locale } = context.origin;
    const post = { card: context.requireTerritoryCard(), links: this.links };
    // Whoever calls is registered by the agent who picked up, and agrees by telephone.
    const agent = (WRITERS as readonly string[]).includes(context.scope.role) ? context : null;
    const territory = agent ?? asTerritory(context);
    try {
      const problems = new Problems(locale);
      const form = readHouseholdForm(input, problems);
      refuseProblems(problems);
      if (!isSessionId(input.sessionId))
        return refuseRegistration(RegistrationRefusal.NO_SUCH_SESSION, locale);
      const registration = newRegistration(input, form, locale, agent?.scope.userId ?? null);
      const arrival = await territory.write((connection) =>
        registerHousehold(connection, territory.scope, post, registration),
      );
      if (!arrival) return refuseRegistration(RegistrationRefusal.ALREADY_REGISTERED, locale);
      return this.answer(arrival, registration);
    } catch (error) {
      if (error instanceof RegistrationRefusedError)
        return refuseRegistration(error.reason, locale, error.problems);
      const reason = RACES[(error as { constraint?: string }).constraint ?? ''];
      if (reason) return refuseRegistration(reason, locale);
      throw error;
    }
  }

  private answer(
    { registrationId, status, people, seatsLeft, position, again }: Arrival,
    form: NewRegistration,
  ) {
    const isOpen = !again || form.idempotencyKey.length >= UNGUESSABLE;
    const token = isOpen ? this.links.tokenOf('REGISTRATION', registrationId) : null;
    const registration = { id: registrationId, status: RegistrationStatus[status], seats: people };
    return status === 'CONFIRMED'
      ? { __typename: 'RegistrationConfirmed' as const, registration, seatsLeft, token }
      : { __typename: 'RegistrationWaitlisted' as const, registration, position, token };
  }
}

/** What the database refuses of two forms that come at the same moment under different addresses. */
const RACES: Record<string, RegistrationRefusal> = {
  registration_territory_id_idempotency_key_unique: RegistrationRefusal.KEY_TAKEN,
  registration_once_index: RegistrationRefusal.ALREADY_REGISTERED,
};

function newRegistration(
  { sessionId, origin, heard, news }: RegisterHouseholdInput,
  { name, email, phone, party, project, activity, needs, heardWords, idempotencyKey }: HouseholdForm,
  locale: string,
  agentId: string | null,
): NewRegistration {
  const named = Object.values(Channel).find((channel) => channel === origin);
  const consent = (purpose: NewProspectConsent['purpose']): NewProspectConsent => ({
    purpose,
    wording: prospectWording(purpose, locale),
    version: PROSPECT_WORDING_VERSION,
    channel: agentId ? 'PHONE' : 'SITE',
  });
  return {
    sessionId: sessionId.toLowerCase(),
    idempotencyKey,
    needs,
    agentId,
    newcomer: {
      ...{ name, email, phone, locale, project, activity, ...party },
      touch: {
        form: agentId ? 'AGENT' : 'REGISTRATION',
        linkCode: named ? null : (origin?.trim() ?? null),
        declaredChannel: heard?.channel ?? named ?? null,
        declaredWords: heardWords,
      },
      consents: news ? [consent('FOLLOW_UP'), consent('NEWS')] : [consent('FOLLOW_UP')],
    },
  };
}
