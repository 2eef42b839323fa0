import { error } from '@sveltejs/kit';

/** The pages of refusal, each with the code by which routes/+error.svelte words it. */
export const notFound = (): never => error(404, 'Not found', { code: 'NOT_FOUND' });
export const unknownCommune = (): never => error(404, 'No such commune', { code: 'UNKNOWN_COMMUNE' });
export const unknownSolo = (): never => error(404, 'No such entry', { code: 'UNKNOWN_SOLO' });
export const unknownSession = (): never => error(404, 'No such session', { code: 'UNKNOWN_SESSION' });
export const unknownRegion = (): never => error(404, 'No such region', { code: 'UNKNOWN_REGION' });
export const forbidden = (): never => error(403, 'Forbidden', { code: 'FORBIDDEN' });
export const tooOften = (): never => error(429, 'Too many requests', { code: 'UNAVAILABLE' });
export const unavailable = (): never => error(503, 'Service unavailable', { code: 'UNAVAILABLE' });
export const unknownHost = (): never => error(404, 'No territory at this host', { code: 'UNKNOWN_HOST' });
/** A territory that is closed for a while; its members also read why. */
export const suspended = (reason?: string): never =>
  error(503, 'Territory suspended', { code: 'SUSPENDED', ...(reason && { reason }) });

/** Where no territory's site is shown: nobody has the host, its territory is closed, or nobody could be asked. */
export function noSite({ tenancy }: App.Locals): never {
  if (tenancy === 'unavailable') {
    return unavailable();
  }
  return tenancy === 'suspended' ? suspended() : unknownHost();
}
