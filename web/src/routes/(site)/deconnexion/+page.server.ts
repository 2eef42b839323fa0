import { redirect } from '@sveltejs/kit';
import { routes } from '#lib/routes.ts';
import { privatePage } from '#lib/server/cache.ts';
import { signOut } from '#lib/server/identity.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ setHeaders }) => setHeaders(privatePage);

export const actions: Actions = {
  default: async (event) => {
    await signOut(event);
    redirect(303, routes.home());
  },
};
