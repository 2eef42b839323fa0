import { privatePage, publicPage } from '#lib/server/cache.ts';
import { env } from '#lib/server/env.ts';
import type { Actions, PageServerLoad } from './$types';
import { askLink } from './ask-link.server.ts';

export const load: PageServerLoad = ({ request, setHeaders }) => {
  // What answers a form repeats an address: nobody in between keeps it.
  setHeaders(request.method === 'GET' ? publicPage : privatePage);
  return { localMail: env().DEV_MAIL_URL !== undefined };
};

export const actions: Actions = { default: askLink };
