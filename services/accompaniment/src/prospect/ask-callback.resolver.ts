import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { nextWorkingDay } from '@ancrage/working-days';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { askCallback, type CallbackRequest } from './ask-callback.js';
import { AskCallbackInput } from './callback.input.js';
import { AskCallbackResult } from './callback.result.js';
import { PROSPECT_WORDING_VERSION, type ProspectConsentPurpose, prospectWording } from './consent-wording.js';
import type { NewProspectConsent } from './newcomer.js';
import { bounded, prospectFacts } from './prospect-facts.js';

@Resolver()
export class AskCallbackResolver {
  @Mutation(() => AskCallbackResult, {
    description:
      'Asks to be called back, by anybody: name and number, and what they like to say of their project. The same form counts once.',
  })
  async askCallback(
    @Arg('input', () => AskCallbackInput) input: AskCallbackInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof AskCallbackResult> {
    context.requireTerritory();
    const { locale } = context.origin;
    const problems = new Problems(locale);
    const request = readRequest(input, locale, problems);
    if (problems.list.length > 0 || !request)
      return { __typename: 'CallbackRefused', problems: problems.list };
    const asked = { __typename: 'CallbackAsked' as const, callOn: request.callOn };
    // What fills in the field that nobody sees is thanked like everybody else, and learns nothing.
    if (input.website) return asked;
    const territory = asTerritory(context);
    await territory.write((connection) => askCallback(connection, territory.scope, request));
    return asked;
  }
}

function readRequest(input: AskCallbackInput, locale: string, problems: Problems): CallbackRequest | null {
  const facts = prospectFacts(input, locale, problems);
  const declaredWords = bounded('declaredWords', cleanLine(input.origin?.declaredWords ?? ''), 300, problems);
  if (!facts.phone && !problems.list.some(({ field }) => field === 'phone'))
    problems.add(
      'phone',
      'Sans numéro, personne ne peut vous rappeler.',
      'Without a number nobody can call you.',
    );
  const { textVersion, accepted, news } = input.consent;
  if (!accepted || textVersion !== PROSPECT_WORDING_VERSION)
    problems.add(
      'consent',
      'Sans votre accord, rien ne peut être gardé : ni votre nom, ni votre numéro.',
      'Without your consent nothing can be kept: neither your name nor your number.',
    );
  if (input.key.length < 8) problems.add('key', 'Rechargez la page.', 'Load the page again.');
  if (!facts.phone || problems.list.length > 0) return null;
  const consent = (purpose: ProspectConsentPurpose): NewProspectConsent => ({
    purpose,
    wording: prospectWording(purpose, locale),
    version: PROSPECT_WORDING_VERSION,
    channel: 'SITE',
  });
  return {
    facts: { ...facts, phone: facts.phone },
    touch: {
      form: 'CALLBACK',
      linkCode: input.origin?.code ?? null,
      declaredChannel: input.origin?.declaredChannel ?? null,
      declaredWords,
    },
    // News go by e-mail: without an address there is nothing to agree to.
    consents: news && facts.email ? [consent('FOLLOW_UP'), consent('NEWS')] : [consent('FOLLOW_UP')],
    key: input.key,
    callOn: nextWorkingDay(new Date()),
  };
}
