import { fail } from '@sveltejs/kit';
import {
  AnswerNetworkExchangeDocument,
  type ExchangeMeans,
  MobilisationDocument,
  NetworkFormChoicesDocument,
  RecordNetworkExchangeDocument,
  RemoveNetworkExchangeDocument,
} from '#lib/graphql/generated/graphql.ts';
import { stepLabel } from '#lib/network/network-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';
import { mobilisationOf } from './mobilisation.ts';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const asked = mobilisationOf(event.url.searchParams);
  const gateway = await memberGateway(event);
  const [{ territory }, { networkMobilisation: entries }] = await Promise.all([
    gateway.ask(NetworkFormChoicesDocument, {}),
    gateway.ask(MobilisationDocument, asked),
  ]);
  return { asked, entries, communes: territory?.communes ?? [] };
};

const means: Record<string, ExchangeMeans> = { appel: 'PHONE', message: 'EMAIL' };
const text = (form: FormData, name: string) => String(form.get(name) ?? '').slice(0, 300);

export const actions: Actions = {
  asked: async (event) => {
    await memberOf(event);
    const form = await event.request.formData();
    const { step } = mobilisationOf(event.url.searchParams);
    const commune = text(form, 'commune');
    const label = stepLabel(step);
    const { outcome } = await (await memberGateway(event)).change(RecordNetworkExchangeDocument, {
      input: {
        actorId: text(form, 'actor'),
        means: means[text(form, 'moyen')] ?? 'PHONE',
        step,
        subject: commune
          ? m.network_mobilise_subject_at({ step: label, commune })
          : m.network_mobilise_subject({ step: label }),
      },
    });
    if (outcome.__typename === 'NetworkRefused') {
      return fail(422, { problem: outcome.problems[0]?.message ?? '' });
    }
    const { actor, exchanges } = outcome.record;
    return { said: m.network_mobilise_recorded({ name: actor.name }), undo: exchanges[0]?.id ?? null };
  },
  answered: async (event) => {
    await memberOf(event);
    const form = await event.request.formData();
    const { outcome } = await (await memberGateway(event)).change(AnswerNetworkExchangeDocument, {
      id: text(form, 'exchange'),
      answer: '',
    });
    if (outcome.__typename === 'NetworkRefused') {
      return fail(422, { problem: outcome.problems[0]?.message ?? '' });
    }
    return { said: m.network_mobilise_answered({ name: outcome.record.actor.name }), undo: null };
  },
  forget: async (event) => {
    await memberOf(event);
    const form = await event.request.formData();
    await (await memberGateway(event)).change(RemoveNetworkExchangeDocument, { id: text(form, 'exchange') });
    return { said: m.network_mobilise_forgotten(), undo: null };
  },
};
