import type { Handle } from '@sveltejs/kit/hooks';
import { log } from './log.ts';
import { tenantOf } from './tenant.ts';

/** Finds whose site is asked for, by its host name. */
export const tenancy: Handle = async ({ event, resolve }) => {
  try {
    event.locals.tenant = await tenantOf(event.url.hostname);
    event.locals.tenancy = event.locals.tenant ? 'known' : 'unknown';
  } catch (failure) {
    log.error({ err: failure, host: event.url.hostname }, 'no territory could be asked for');
    event.locals.tenant = null;
    event.locals.tenancy = 'unavailable';
  }
  return resolve(event);
};
