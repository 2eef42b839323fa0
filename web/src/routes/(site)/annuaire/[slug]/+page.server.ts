import { fail, isHttpError, redirect } from '@sveltejs/kit';
import { SoloNeighboursDocument, WriteToSoloDocument } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { routes } from '#lib/routes.ts';
import { peoplePage } from '#lib/server/cache.ts';
import { unknownSolo } from '#lib/server/failures.ts';
import { soloEntry } from '#lib/server/solo-entry.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import type { Actions, PageServerLoad } from './$types';
import { type MessageValues, messageInput, readMessageForm } from './message.form.ts';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  const solo = await soloEntry(locals.gateway, params.slug);
  const { near, same } = await locals.gateway.ask(SoloNeighboursDocument, {
    near: solo.commune ? { commune: [solo.commune.code] } : { area: [solo.area ?? ''] },
    same: { activity: [solo.activity] },
  });
  const others = (nodes: NonNullable<typeof near>['nodes'] = []) =>
    nodes.filter(({ slug }) => slug !== solo.slug).slice(0, 3);
  const sameTrade = others(same?.nodes);
  setHeaders(peoplePage);
  return {
    solo,
    sameTrade,
    // Who is shown for their trade is not shown again for their place.
    near: others(near?.nodes).filter(({ slug }) => !sameTrade.some((one) => one.slug === slug)),
    sent: url.searchParams.has('envoye') ? 'SENT' : url.searchParams.has('confirmer') ? 'HELD' : null,
  } as const;
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const values: MessageValues = readMessageForm(form);
    const { slug } = event.params;
    const refuse = (status: number, problems: Record<string, string>) => fail(status, { values, problems });
    let outcome: 'SoloMessageSent' | 'SoloMessageHeld';
    try {
      const { writeToSolo } = await visitorGateway(event).change(WriteToSoloDocument, {
        input: messageInput(slug, values, form),
      });
      if (writeToSolo.__typename === 'SoloMessageRefused') {
        const problems = problemsBy(writeToSolo.problems);
        return 'slug' in problems ? unknownSolo() : refuse(422, problems);
      }
      outcome = writeToSolo.__typename;
    } catch (failure) {
      if (!isHttpError(failure) || (failure.status !== 429 && failure.status !== 503)) throw failure;
      return refuse(failure.status, { form: m.directory_message_later() });
    }
    const sent = outcome === 'SoloMessageSent' ? '?envoye' : '?confirmer';
    redirect(303, `${routes.solo({ slug }, sent)}#ecrire`);
  },
};
