import type { GatewayClient } from '#lib/server/gateway.ts';
import type { Member } from '#lib/server/member.ts';
import type { Tenant } from '#lib/server/tenant.ts';

declare global {
  namespace App {
    interface Locals {
      /** Whose site this is; null when no territory answers to the host. */
      tenant: Tenant | null;
      /** Why there is none: nobody has this host, or nobody could be asked. */
      tenancy: 'known' | 'suspended' | 'unknown' | 'unavailable';
      /** Whose site it would be, were it not closed. */
      suspended?: Tenant | null;
      /** Asks the gateway for this request, as the public. */
      gateway: GatewayClient;
      /** Who asks, once a page for members wanted to know. */
      member?: Promise<Member>;
      /** Cookies that identity set while answering for this request. */
      cookiesToPass: string[];
    }
    interface Error {
      message: string;
      /** What happened, for the page that says it; see routes/+error.svelte. */
      code?:
        | 'UNKNOWN_HOST'
        | 'UNAVAILABLE'
        | 'SUSPENDED'
        | 'NOT_FOUND'
        | 'UNKNOWN_COMMUNE'
        | 'UNKNOWN_SOLO'
        | 'UNKNOWN_SESSION'
        | 'UNKNOWN_REGION'
        | 'FORBIDDEN';
      /** Why a territory is closed, for its members. */
      reason?: string;
      /** To quote when reporting a fault. */
      id?: string;
    }
    interface Platform {
      req: import('node:http').IncomingMessage;
    }
  }
}

export {};
