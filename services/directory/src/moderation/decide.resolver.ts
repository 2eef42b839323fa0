import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { DecideEntryChangeInput, DecideEntryChangeResult, EntryVerdict } from './decide.result.js';
import { decideEntryChange, type Overtaken } from './decide-entry-change.js';
import { selectChange } from './moderated-change.queries.js';

const LONGEST_REASON = 1000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Resolver()
export class DecideResolver {
  @Mutation(() => DecideEntryChangeResult, {
    description:
      'Publishes what somebody asks for their entry, or refuses it with a reason; its owner is written to. Agents only.',
  })
  async decideEntryChange(
    @Arg('input', () => DecideEntryChangeInput) input: DecideEntryChangeInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const { locale } = context.origin;
    const problems = new Problems(locale);
    const refusal =
      input.verdict === EntryVerdict.REFUSE
        ? problems.text('reason', cleanText((input.reason ?? '').slice(0, 100_000)), LONGEST_REASON)
        : null;
    if (problems.list.length > 0)
      return { __typename: 'EntryDecisionRefused' as const, problems: problems.list };
    const overtaken = UUID.test(input.id)
      ? await decideEntryChange(context, { id: input.id, version: input.version, refusal })
      : 'GONE';
    if (overtaken)
      return {
        __typename: 'EntryChangeOvertaken' as const,
        message: WORDS[overtaken][locale === 'en' ? 'en' : 'fr'],
      };
    return { __typename: 'EntryChangeDecided' as const, change: await selectChange(context, input.id) };
  }
}

const WORDS: Record<Overtaken, { fr: string; en: string }> = {
  ACCEPTED: {
    fr: 'Cette demande a déjà été acceptée : rien n’a été fait une seconde fois.',
    en: 'This request has been accepted already: nothing was done twice.',
  },
  REFUSED: {
    fr: 'Cette demande a déjà été refusée entre-temps : votre décision n’a pas été prise en compte.',
    en: 'This request has been refused meanwhile: your decision was not taken.',
  },
  CHANGED: {
    fr: 'La personne a modifié sa demande entre-temps : relisez-la avant de décider.',
    en: 'The person has changed their request meanwhile: read it again before you decide.',
  },
  GONE: {
    fr: 'Cette demande n’existe plus : la personne l’a retirée.',
    en: 'This request is gone: the person took it back.',
  },
  CONSENT_WITHDRAWN: {
    fr: 'La personne a retiré son accord entre-temps : rien n’est publié.',
    en: 'The person has withdrawn their consent meanwhile: nothing is published.',
  },
};
