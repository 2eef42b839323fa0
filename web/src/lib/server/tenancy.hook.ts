import type { Handle } from '@sveltejs/kit/hooks';
import { log } from './log.ts';
import { tenantOf } from './tenant.ts';

/** Finds whose site is asked for, by its host name. */
export const tenancy: Handle = async ({ event, resolve }) => {
  try {
    const found = await tenantOf(event.url.hostname);
    const closed = found !== null && found.status !== 'ACTIVE';
    event.locals.tenant = closed ? null : found;
    event.locals.suspended = closed ? found : null;
    event.locals.tenancy = closed ? 'suspended' : found ? 'known' : 'unknown';
  } catch (failure) {
    log.error({ err: failure, host: event.url.hostname }, 'no territory could be asked for');
    event.locals.tenant = null;
    event.locals.tenancy = 'unavailable';
  }
  return resolve(event);
};
