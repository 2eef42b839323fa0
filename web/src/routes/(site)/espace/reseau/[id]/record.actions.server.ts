import { fail, type RequestEvent } from '@sveltejs/kit';
import {
  AddNetworkContactDocument,
  AddNetworkOfferDocument,
  AnswerNetworkExchangeDocument,
  ArchiveNetworkActorDocument,
  HideNetworkActorDocument,
  NetworkConsentWordsDocument,
  type NetworkOutcomeFragment,
  PublishNetworkActorDocument,
  RecordNetworkExchangeDocument,
  RemoveNetworkContactDocument,
  RemoveNetworkExchangeDocument,
  RemoveNetworkOfferDocument,
  RestoreNetworkActorDocument,
  UpdateNetworkActorDocument,
} from '#lib/graphql/generated/graphql.ts';
import { allMeans, kinds, steps } from '#lib/network/network-words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { dayOf, inputOf, type Problems, problemsOf, readActor, typed } from '../actor.form.ts';

type Answer = Promise<{ outcome: NetworkOutcomeFragment } | Problems>;
type Work = (gateway: GatewayClient, form: FormData, id: string) => Answer;

/** One action of the record: what it does with the form, and the form back when it is refused. */
const action = (part: string, work: Work) => async (event: RequestEvent) => {
  await memberOf(event);
  const form = await event.request.formData();
  const answer = await work(await memberGateway(event), form, event.params.id ?? '');
  const problems = isAnswer(answer) ? problemsOf(answer.outcome) : answer;
  const sent = Object.fromEntries([...form.keys()].map((name) => [name, typed(form, name)]));
  return problems ? fail(422, { part, problems, sent }) : { part, done: true as const };
};

const isAnswer = (answer: Awaited<Answer>): answer is { outcome: NetworkOutcomeFragment } =>
  typeof answer.outcome === 'object';

const stepOf = (form: FormData) => steps.find((step) => step === form.get('step')) ?? null;
const row = (form: FormData) => ({ id: typed(form, 'row').slice(0, 36) });

/** Whole days in which it promises to answer; undefined for what is no number. */
function withinOf(text: string): number | null | undefined {
  if (text === '') {
    return null;
  }
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

export const recordActions = {
  save: action('save', (gateway, form, id) =>
    gateway.change(UpdateNetworkActorDocument, { id, input: inputOf(readActor(form)) }),
  ),
  publish: action('publish', async (gateway, form, id) => {
    if (!form.has('consent')) {
      return gateway.change(PublishNetworkActorDocument, { id, consent: null });
    }
    const givenOn = dayOf(typed(form, 'givenOn'));
    const kind = kinds.find((known) => known === form.get('kind')) ?? 'ORGANISATION';
    const { networkConsent } = await gateway.ask(NetworkConsentWordsDocument, { kind });
    return givenOn
      ? gateway.change(PublishNetworkActorDocument, {
          id,
          consent: { version: networkConsent.version, givenOn },
        })
      : { givenOn: m.network_problem_date() };
  }),
  hide: action('hide', (gateway, form, id) =>
    gateway.change(HideNetworkActorDocument, { id, withdrawn: form.has('withdrawn') }),
  ),
  archive: action('archive', (gateway, _form, id) => gateway.change(ArchiveNetworkActorDocument, { id })),
  restore: action('restore', (gateway, _form, id) => gateway.change(RestoreNetworkActorDocument, { id })),
  addOffer: action('offer', async (gateway, form, actorId) => {
    const answersWithin = withinOf(typed(form, 'answersWithin'));
    if (answersWithin === undefined) {
      return { answersWithin: m.network_problem_days() };
    }
    const input = {
      step: stepOf(form) ?? 'CONTACT',
      what: typed(form, 'what').slice(0, 2000),
      answersWithin,
    };
    return gateway.change(AddNetworkOfferDocument, { actorId, input });
  }),
  removeOffer: action('offer', (gateway, form) => gateway.change(RemoveNetworkOfferDocument, row(form))),
  addContact: action('contact', (gateway, form, actorId) =>
    gateway.change(AddNetworkContactDocument, {
      actorId,
      input: {
        name: typed(form, 'contactName').slice(0, 1000),
        role: typed(form, 'role').slice(0, 1000) || null,
        email: typed(form, 'email').slice(0, 1000) || null,
        phone: typed(form, 'phone').slice(0, 1000) || null,
      },
    }),
  ),
  removeContact: action('contact', (gateway, form) =>
    gateway.change(RemoveNetworkContactDocument, row(form)),
  ),
  ask: action('exchange', (gateway, form, actorId) => {
    const day = dayOf(typed(form, 'askedOn'));
    const today = new Date().toISOString().slice(0, 10);
    return gateway.change(RecordNetworkExchangeDocument, {
      input: {
        actorId,
        subject: typed(form, 'subject').slice(0, 2000),
        means: allMeans.find((means) => means === form.get('means')) ?? 'PHONE',
        step: stepOf(form),
        // Of a day that is over nobody knows the hour: noon is on that day wherever it is read.
        askedAt: day && day !== today ? `${day}T11:00:00Z` : null,
      },
    });
  }),
  answer: action('exchange', (gateway, form) =>
    gateway.change(AnswerNetworkExchangeDocument, {
      ...row(form),
      answer: typed(form, 'answer').slice(0, 5000),
    }),
  ),
  forget: action('exchange', (gateway, form) => gateway.change(RemoveNetworkExchangeDocument, row(form))),
};
