import { TerritoryByHostDocument, type TerritoryByHostQuery } from '#lib/graphql/generated/graphql.ts';
import { env } from './env.ts';
import { noSite } from './failures.ts';
import { gatewayClient } from './gateway.ts';

/** What every page of a territory's site needs to know of it. */
export type Tenant = NonNullable<TerritoryByHostQuery['territoryByHost']>;

type Entry = { askedAt: number; answer: Promise<Tenant | null>; last: Tenant | null };

/** Hosts are told by visitors: more than this many at once are not ours. */
const capacity = 1000;
const entries = new Map<string, Entry>();

/**
 * The territory of a host, suspended or not, or null. Answers are kept for a few seconds; when the gateway
 * is away the last known answer still serves.
 */
export async function tenantOf(host: string): Promise<Tenant | null> {
  const known = entries.get(host);
  if (known && Date.now() - known.askedAt < env().TERRITORY_TTL * 1000) {
    return known.answer;
  }
  const answer = askFor(host, known?.last ?? null);
  const entry: Entry = { askedAt: Date.now(), answer, last: known?.last ?? null };
  entries.delete(host);
  entries.set(host, entry);
  if (entries.size > capacity) {
    entries.delete(entries.keys().next().value!);
  }
  try {
    entry.last = await answer;
    return entry.last;
  } catch (failure) {
    entries.delete(host);
    throw failure;
  }
}

async function askFor(host: string, last: Tenant | null): Promise<Tenant | null> {
  try {
    const { territoryByHost } = await gatewayClient({}).ask(TerritoryByHostDocument, { host });
    return territoryByHost ?? null;
  } catch (failure) {
    if (last) {
      return last;
    }
    throw failure;
  }
}

/** Settings were changed here: the next page must show them. */
export function forgetTenant(host: string): void {
  entries.delete(host);
}

/** The territory of a request that was already found to have one. */
export const tenantIn = (locals: App.Locals): Tenant => locals.tenant ?? noSite(locals);
