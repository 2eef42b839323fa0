import { fail, isHttpError } from '@sveltejs/kit';
import { ConfirmSoloMessageDocument } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { privatePage } from '#lib/server/cache.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link does nothing yet: mail programs open links too. The button sends. */
export const load: PageServerLoad = ({ setHeaders }) => {
  setHeaders(privatePage);
};

export const actions: Actions = {
  default: async (event) => {
    try {
      const { confirmSoloMessage } = await visitorGateway(event).change(ConfirmSoloMessageDocument, {
        token: event.params.token.slice(0, 100),
      });
      return confirmSoloMessage.__typename === 'SoloMessageSent'
        ? { sentTo: confirmSoloMessage.displayName, problem: null }
        : fail(422, { sentTo: null, problem: confirmSoloMessage.problems[0]?.message ?? '' });
    } catch (failure) {
      if (!isHttpError(failure) || (failure.status !== 429 && failure.status !== 503)) throw failure;
      return fail(failure.status, { sentTo: null, problem: m.directory_message_later() });
    }
  },
};
