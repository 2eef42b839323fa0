import { fail, isHttpError, type RequestEvent, redirect } from '@sveltejs/kit';
import { dayOf } from '#lib/format/dates.ts';
import {
  AnswerAsSponsorDocument,
  EndAsSponsorDocument,
  EraseAsSponsorDocument,
  LeaveAsSponsorDocument,
  NoteContactAsSponsorDocument,
  type OwnSponsorOutcomeFragment,
  OwnSponsorPageDocument,
  PauseAsSponsorDocument,
  QuietAsSponsorDocument,
  ShowAsSponsorDocument,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { typedIn } from '#lib/prospects/household-fields.ts';
import { routes } from '#lib/routes.ts';
import { privatePage } from '#lib/server/cache.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import { contactInput, isDay, readContact } from '#lib/sponsors/sponsor-form.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import type { Actions, PageServerLoad } from './$types';

/** A sponsor's own page, by the link of their e-mails alone: opening it changes nothing. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ ...privatePage, 'x-robots-tag': 'noindex' });
  const token = event.params.token.slice(0, 200);
  const { ownSponsor } = await visitorGateway(event).ask(OwnSponsorPageDocument, { token });
  return {
    sponsor: ownSponsor,
    token,
    done: event.url.searchParams.get('fait'),
    today: dayOf(new Date().toISOString()),
  };
};

type Event = RequestEvent<{ token: string }>;
/** What a form of the page is about, and of which household. */
type Told = { part: string; id: string; typed: Record<string, string> };

/** Does what a form asks, once; what was typed stays when it is refused. */
async function act(
  event: Event,
  told: Told,
  change: (gateway: GatewayClient, token: string) => Promise<OwnSponsorOutcomeFragment>,
) {
  const { token } = event.params;
  try {
    const outcome = await change(visitorGateway(event), token);
    if (outcome.__typename === 'OwnSponsorRefused') {
      const { message, problems } = outcome;
      return fail(problems.length > 0 ? 422 : 409, { ...told, message, problems: problemsBy(problems) });
    }
  } catch (failure) {
    if (!isHttpError(failure) || (failure.status !== 429 && failure.status !== 503)) throw failure;
    return fail(failure.status, { ...told, message: m.sponsor_page_later(), problems: {} });
  }
  redirect(303, routes.ownSponsorship(token, `?fait=${told.part}`));
}

async function formOf({ request }: Event) {
  const form = await request.formData();
  const text = (name: string) => typedIn(form, name);
  return { form, text, id: text('id'), words: text('words') };
}

export const actions: Actions = {
  accept: async (event) => {
    const { id } = await formOf(event);
    return act(event, { part: 'oui', id, typed: {} }, async (gateway, token) => {
      const variables = { token, id, accept: true };
      return (await gateway.change(AnswerAsSponsorDocument, variables)).answerSponsorshipAsSponsor;
    });
  },
  decline: async (event) => {
    const { id, words } = await formOf(event);
    return act(event, { part: 'non', id, typed: { words } }, async (gateway, token) => {
      const variables = { token, id, accept: false, words: words || null };
      return (await gateway.change(AnswerAsSponsorDocument, variables)).answerSponsorshipAsSponsor;
    });
  },
  contact: async (event) => {
    const { form, id } = await formOf(event);
    const typed = readContact(form);
    return act(event, { part: 'echange', id, typed }, async (gateway, token) => {
      const variables = { token, id, input: contactInput(typed) };
      return (await gateway.change(NoteContactAsSponsorDocument, variables)).noteContactAsSponsor;
    });
  },
  end: async (event) => {
    const { id, words } = await formOf(event);
    return act(
      event,
      { part: 'fin', id, typed: { words } },
      async (gateway, token) =>
        (await gateway.change(EndAsSponsorDocument, { token, id, words })).endSponsorshipAsSponsor,
    );
  },
  pause: async (event) => {
    const { text } = await formOf(event);
    const typed = text('until');
    const until = typed === '' ? null : isDay(typed) ? typed : '9999-12-31';
    return act(
      event,
      { part: 'pause', id: '', typed: { until: typed } },
      async (gateway, token) =>
        (await gateway.change(PauseAsSponsorDocument, { token, until })).pauseAsSponsor,
    );
  },
  quiet: async (event) => {
    const quiet = (await formOf(event)).text('quiet') === 'yes';
    return act(
      event,
      { part: 'relances', id: '', typed: {} },
      async (gateway, token) =>
        (await gateway.change(QuietAsSponsorDocument, { token, quiet })).quietAsSponsor,
    );
  },
  show: async (event) => {
    const { text } = await formOf(event);
    const typed = { sentence: text('sentence'), accepted: text('accepted') };
    const sentence = text('hide') ? null : typed.sentence;
    return act(event, { part: 'portrait', id: '', typed }, async (gateway, token) => {
      const variables = { token, sentence, accepted: typed.accepted === 'yes' };
      return (await gateway.change(ShowAsSponsorDocument, variables)).showAsSponsor;
    });
  },
  leave: async (event) => {
    const { words } = await formOf(event);
    return act(
      event,
      { part: 'depart', id: '', typed: { words } },
      async (gateway, token) =>
        (await gateway.change(LeaveAsSponsorDocument, { token, words })).leaveAsSponsor,
    );
  },
  erase: async (event) => {
    const confirmation = (await formOf(event)).text('confirmation').slice(0, 1000);
    return act(
      event,
      { part: 'efface', id: '', typed: { confirmation } },
      async (gateway, token) =>
        (await gateway.change(EraseAsSponsorDocument, { token, confirmation })).eraseAsSponsor,
    );
  },
};
