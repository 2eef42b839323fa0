import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { deLocalizeHref } from '#lib/paraglide/runtime.js';
import { routes } from '#lib/routes.ts';
import { privatePage } from '#lib/server/cache.ts';
import { env } from '#lib/server/env.ts';
import { providers, sendSignInLink, whoIs } from '#lib/server/identity.ts';
import { safeNext } from '#lib/server/next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders(privatePage);
  const next = safeNext(event.url.searchParams.get('next'));
  const [person, organisations] = await Promise.all([whoIs(event), providers(event)]);
  if (person) {
    redirect(303, next);
  }
  return {
    next,
    organisations,
    expired: event.url.searchParams.has('error'),
    localMail: env().DEV_MAIL_URL !== undefined,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const email = String(form.get('email') ?? '').trim();
    if (!z.email().max(254).safeParse(email).success) {
      return fail(400, { email, fault: 'not-an-address' as const });
    }
    const next = safeNext(event.url.searchParams.get('next'));
    const outcome = await sendSignInLink(event, email, next, routes.signIn(deLocalizeHref(next)));
    return outcome === 'sent' ? { email, sent: true } : fail(429, { email, fault: outcome });
  },
};
