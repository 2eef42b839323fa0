import {
  NewsSubscriptionDocument,
  ResumeNewsDocument,
  StopNewsDocument,
} from '#lib/graphql/generated/graphql.ts';
import { privatePage } from '#lib/server/cache.ts';
import type { Actions, PageServerLoad } from './$types';

/** A link is signed: whatever else is in its place is none, and no question for the service. */
const isToken = (token: string) => token.length <= 100;

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders({ ...privatePage, 'x-robots-tag': 'noindex' });
  if (!isToken(params.token)) {
    return { subscription: null };
  }
  const { newsSubscription } = await locals.gateway.ask(NewsSubscriptionDocument, { token: params.token });
  return { subscription: newsSubscription };
};

export const actions: Actions = {
  /**
   * Stops news, or takes them up again. A mail programme posts here too (RFC 8058): it follows no redirection, so the page
   * itself is the answer. It asks as the site, not by address: one provider speaks for many people.
   */
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const resumes = form.get('choice') === 'resume';
    if (isToken(params.token)) {
      await locals.gateway.change(resumes ? ResumeNewsDocument : StopNewsDocument, { token: params.token });
    }
    return { resumes };
  },
};
