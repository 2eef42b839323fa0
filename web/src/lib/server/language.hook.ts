import { redirect } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { getLocale, localizeHref } from '#lib/paraglide/runtime.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { gatewayClient } from './gateway.ts';

/** Reads the language in the address; a language the territory does not offer leads to its own. */
export const language: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, () => {
    const { tenant } = event.locals;
    const locale = getLocale();
    if (tenant && event.request.method === 'GET' && !tenant.locales.includes(locale)) {
      const offered = tenant.locales.find((candidate) => candidate === 'fr' || candidate === 'en') ?? 'fr';
      if (offered !== locale) {
        redirect(302, localizeHref(event.url.pathname + event.url.search, { locale: offered }));
      }
    }
    event.locals.gateway = gatewayClient({ territory: tenant?.slug, locale });
    return resolve(event);
  });
