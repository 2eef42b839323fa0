import { fail, redirect } from '@sveltejs/kit';
import { RegionNameDocument } from '#lib/graphql/generated/graphql.ts';
import { deLocalizeHref } from '#lib/paraglide/runtime.js';
import { keyDays } from '#lib/region/key-days.ts';
import { routes } from '#lib/routes.ts';
import { privatePage } from '#lib/server/cache.ts';
import { unknownRegion } from '#lib/server/failures.ts';
import { createRegionKey, regionKeys, revokeRegionKey, whoIs } from '#lib/server/identity.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who is not signed in comes back here; who does not observe the region is told so, kindly. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders(privatePage);
  const { code } = event.params;
  const { region } = /^\d{2}$/.test(code)
    ? await event.locals.gateway.ask(RegionNameDocument, { code })
    : { region: null };
  if (!region) {
    return unknownRegion();
  }
  const person = await whoIs(event);
  if (!person) {
    redirect(303, routes.signIn(deLocalizeHref(event.url.pathname)));
  }
  return { region, email: person.email, keys: await regionKeys(event, code) };
};

export const actions: Actions = {
  create: async (event) => {
    const form = await event.request.formData();
    const name = String(form.get('name') ?? '')
      .trim()
      .slice(0, 200);
    const days = Number(form.get('days'));
    const typed = { name, days };
    if (!keyDays.some((offered) => offered === days)) {
      return fail(400, { ...typed, problem: 'days' as const });
    }
    const made = await createRegionKey(event, { region: event.params.code, name, days });
    return 'key' in made ? { made: { key: made.key, name } } : fail(400, { ...typed, problem: made.problem });
  },

  revoke: async (event) => {
    const form = await event.request.formData();
    const prefix = String(form.get('prefix') ?? '').slice(0, 40);
    const name = await revokeRegionKey(event, event.params.code, prefix);
    return name === null ? fail(404, { problem: 'gone' as const }) : { revoked: name };
  },
};
